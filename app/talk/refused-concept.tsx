import { useTranslation } from "react-i18next";

import type { WordKey } from "#app/language/words.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";

interface Props {
  /** "/s/<session>" */
  readonly room: string;
  readonly language: string;
  readonly answer: { readonly problem: WordKey; readonly words: string } | undefined;
}

/** An idea that could not be added as it was typed: why, and the words for another try. Carries no scripts. */
export function RefusedConcept({ room, language, answer }: Props) {
  const { t } = useTranslation();
  return (
    <Page title={t("concepts.title")}>
      <form method="post" className="stack">
        <input type="hidden" name="act" value="add" />
        <input type="hidden" name="lang" value={language} />
        <div className="field" data-problem={answer ? "" : undefined}>
          <label htmlFor="words">{t("concepts.label")}</label>
          <p className="field-hint" id="words-hint">{t("concepts.hint")}</p>
          {answer ? <p className="field-problem" id="words-problem" role="alert"><span className="visually-hidden">{t("common.problem.title")}: </span>{t(answer.problem)}</p> : null}
          <input id="words" type="text" name="words" lang={language} className="input" aria-invalid={answer ? true : undefined} aria-describedby={answer ? "words-problem words-hint" : "words-hint"} defaultValue={answer?.words ?? ""} />
        </div>
        <div className="row"><Button>{t("concepts.add")}</Button><ButtonLink look="quiet" to={room} reloadDocument>{t("common.back")}</ButtonLink></div>
      </form>
    </Page>
  );
}
