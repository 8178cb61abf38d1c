import { useRef, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "#app/ui/button.tsx";

import { useFocusOnArrival } from "#app/ui/use-focus.ts";
import { WordsField } from "./words-field.tsx";
import { problemWithNote } from "./wording.ts";

interface EditFormProps {
  readonly words: string;
  readonly lang: string;
  /** Answers false when it cannot be taken now. */
  readonly onSave: (words: string) => boolean;
  readonly onLeave: () => void;
}

/** Changing the words of one's own note. */
export function EditForm({ words: before, lang, onSave, onLeave }: EditFormProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState(before);
  const [isTried, setTried] = useState(false);
  const [isRefused, setRefused] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useFocusOnArrival(form);
  const problem = problemWithNote(words);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!problem) setRefused(!onSave(words.trim()));
  };
  return (
    <form ref={form} noValidate className="stack-tight" onSubmit={submit} aria-label={t("notes.edit.title")}>
      <WordsField label={t("notes.why")} words={words} lang={lang} problem={isTried && problem ? problem : undefined} onWords={setWords} />
      {isRefused ? <p className="field-problem" role="alert">{t("notes.problem.notNow")}</p> : null}
      <div className="row">
        <Button>{t("common.save")}</Button>
        <Button type="button" look="quiet" onClick={onLeave}>{t("common.cancel")}</Button>
      </div>
    </form>
  );
}
