import { useId, useRef, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";

import type { WordKey } from "#app/language/words.ts";
import { Button } from "#app/ui/button.tsx";

import { replyWays, type ReplyWay } from "./notes.doc.ts";
import { useFocusOnArrival } from "#app/ui/use-focus.ts";
import { LanguageField, WordsField } from "./words-field.tsx";
import { problemsWithReply, type ReplyDraft, type ReplyGiven } from "./wording.ts";

interface ReplyFormProps {
  readonly lang: string;
  /** Answers false when it cannot be taken now. */
  readonly onReply: (reply: ReplyGiven) => boolean;
  readonly onLeave: () => void;
}

const empty: ReplyDraft = { way: "", words: "", because: "" };

/** An answer to a note says what it does: it builds, asks, challenges with a reason, or shows another way. */
export function ReplyForm({ lang: ownLang, onReply, onLeave }: ReplyFormProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(empty);
  const [lang, setLang] = useState(ownLang);
  const [isTried, setTried] = useState(false);
  const [isRefused, setRefused] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useFocusOnArrival(form);
  const problems = problemsWithReply(draft);
  const problemOf = (field: keyof ReplyDraft): WordKey | undefined => (isTried ? problems.find((problem) => problem.field === field)?.key : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const { way, words, because } = draft;
    if (problems.length > 0 || way === "") return focusFirstProblem(form.current);
    setRefused(!onReply({ way, words: words.trim(), because: way === "challenges" ? because.trim() : "", lang }));
  };
  return (
    <form ref={form} noValidate className="stack-tight" onSubmit={submit} aria-label={t("notes.reply.title")}>
      <Ways chosen={draft.way} problem={problemOf("way")} onChoose={(way) => setDraft({ ...draft, way })} />
      <WordsField label={t("notes.reply.words")} words={draft.words} lang={lang} problem={problemOf("words")} onWords={(words) => setDraft({ ...draft, words })} rows={2} />
      {draft.way === "challenges" ? <WordsField label={t("notes.reply.because")} hint={t("notes.reply.becauseHint")} words={draft.because} lang={lang} problem={problemOf("because")} onWords={(because) => setDraft({ ...draft, because })} rows={2} /> : null}
      <LanguageField lang={lang} onLang={setLang} />
      {isRefused ? <p className="field-problem" role="alert">{t("notes.problem.notNow")}</p> : null}
      <div className="row">
        <Button>{t("notes.reply.save")}</Button>
        <Button type="button" look="quiet" onClick={onLeave}>{t("common.cancel")}</Button>
      </div>
    </form>
  );
}

/** After the browser has drawn the problems. */
function focusFirstProblem(form: HTMLFormElement | null): void {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>("[aria-invalid=true], [data-problem] input")?.focus());
}

interface WaysProps {
  readonly chosen: ReplyWay | "";
  readonly problem: WordKey | undefined;
  readonly onChoose: (way: ReplyWay) => void;
}

function Ways({ chosen, problem, onChoose }: WaysProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <fieldset className="field" data-problem={problem ? "" : undefined} aria-describedby={problem ? `${id}-problem` : undefined}>
      <legend>{t("notes.reply.way")}</legend>
      {problem ? <p className="field-problem" id={`${id}-problem`}>{t(problem)}</p> : null}
      {replyWays.map((way) => (
        <label key={way} className="choice">
          <input type="radio" name={id} value={way} checked={chosen === way} onChange={() => onChoose(way)} />
          {t(`notes.way.${way}`)}
        </label>
      ))}
    </fieldset>
  );
}
