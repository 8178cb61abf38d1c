import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "#app/ui/button.tsx";

import { ActForm } from "./act-form.tsx";
import type { TalkProblems } from "./acts.ts";
import type { Contribution } from "./contributions.ts";
import { LanguageChoice, WordsBox } from "./say-form.tsx";
import type { TalkSetting } from "./setting.ts";

interface RewordFormProps {
  /** "reword": one's own words, or what one wrote down. "correct": what a scribe wrote for oneself. */
  readonly kind: "reword" | "correct";
  readonly said: Pick<Contribution, "id" | "words" | "lang">;
  readonly setting: TalkSetting;
  readonly typed?: Readonly<Record<string, string>>;
  readonly problems?: TalkProblems;
  readonly onDone?: () => void;
  readonly children?: ReactNode;
}

export function RewordForm({ kind, said, setting, typed = {}, problems = {}, onDone, children }: RewordFormProps) {
  const { t } = useTranslation();
  const isOwn = kind === "correct";
  const title = t(isOwn ? "scribe.correctTitle" : "talk.act.rewordTitle");
  return (
    <ActForm setting={setting} act={kind} fields={{ said: said.id }} className="stack-tight" label={title} problems={problems} onDone={onDone}>
      {(found) => (
        <>
          <WordsBox label={title} hint={isOwn ? t("scribe.correctHint") : undefined} words={typed["words"] ?? said.words} lang={said.lang} problem={found["words"]} />
          {isOwn ? <LanguageChoice chosen={typed["lang"] ?? said.lang} /> : null}
          <div className="row"><Button>{t("talk.act.save")}</Button>{children}</div>
        </>
      )}
    </ActForm>
  );
}
