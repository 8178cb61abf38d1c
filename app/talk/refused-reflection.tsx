import { useTranslation } from "react-i18next";

import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";

import { LevelChoice } from "./barriers.tsx";
import { ReflectionWords } from "./reflection-form.tsx";
import type { RefusedReflectionAnswer } from "./reflections.ts";

/** For browsers without JavaScript: says why something was not kept, and keeps every word for another try. */
export function RefusedReflection({ answer, room }: { readonly answer: RefusedReflectionAnswer | undefined; readonly room: string }) {
  const { t } = useTranslation();
  if (!answer) return null;
  const { words = "", lang = "", level, ...hidden } = answer.typed;
  const hasWords = "words" in answer.typed;
  return (
    <Page title={t("reflections.refused")}>
      <Notice tone="problem"><p role="alert">{t(answer.problem)}</p></Notice>
      <form method="post" className="stack">
        {Object.entries({ ...hidden, lang }).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
        {hasWords ? <ReflectionWords label={t("reflections.yours")} lang={lang} words={words} /> : null}
        {hidden["act"] === "barrier" ? <LevelChoice chosen={level} /> : null}
        <div className="row">
          {hasWords ? <Button>{t("reflections.again")}</Button> : null}
          <ButtonLink look="quiet" to={room} reloadDocument>{t("common.back")}</ButtonLink>
        </div>
      </form>
    </Page>
  );
}
