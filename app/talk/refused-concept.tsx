import { useTranslation } from "react-i18next";

import type { WordKey } from "#app/language/words.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";

interface Props {
  /** "/s/<session>" */
  readonly room: string;
  readonly language: string;
  /** `typed`: the form as it came, so that nothing written is lost. */
  readonly answer: { readonly problem: WordKey; readonly typed: Readonly<Record<string, string>> } | undefined;
}

/** An idea that could not be added as it was typed: why, and the words for another try. Carries no scripts. */
export function RefusedConcept({ room, language, answer }: Props) {
  const { t } = useTranslation();
  const { words = "", ...beside } = answer?.typed ?? {};
  return (
    <Page title={t("concepts.title")}>
      <form method="post" className="stack">
        {Object.entries({ lang: language, ...beside, act: "add" }).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
        <div className="field" data-problem={answer ? "" : undefined}>
          <label htmlFor="words">{t("concepts.label")}</label>
          <p className="field-hint" id="words-hint">{t("concepts.hint")}</p>
          {answer ? <p className="field-problem" id="words-problem" role="alert"><span className="visually-hidden">{t("common.problem.title")}: </span>{t(answer.problem)}</p> : null}
          <input id="words" type="text" name="words" lang={language} className="input" aria-invalid={answer ? true : undefined} aria-describedby={answer ? "words-problem words-hint" : "words-hint"} defaultValue={words} />
        </div>
        <div className="row"><Button>{t("concepts.add")}</Button><ButtonLink look="quiet" to={room} reloadDocument>{t("common.back")}</ButtonLink></div>
      </form>
    </Page>
  );
}
