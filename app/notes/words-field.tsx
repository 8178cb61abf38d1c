import { useId, type ReactNode, type Ref } from "react";
import { useTranslation } from "react-i18next";

import type { WordKey } from "#app/language/words.ts";

import { charactersLeft } from "./wording.ts";

interface WordsFieldProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly words: string;
  readonly lang: string;
  readonly problem: WordKey | undefined;
  readonly onWords: (words: string) => void;
  readonly area?: Ref<HTMLTextAreaElement>;
  readonly rows?: number;
}

/** A box for words, with how much room is left once that matters. Too much is said, and never cut off. */
export function WordsField({ label, hint, words, lang, problem, onWords, area, rows = 3 }: WordsFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const described = [hint ? `${id}-hint` : "", problem ? `${id}-problem` : "", `${id}-room`].filter(Boolean).join(" ");
  return (
    <div className="field" data-problem={problem ? "" : undefined}>
      <label htmlFor={id}>{label}</label>
      {hint ? <div className="field-hint" id={`${id}-hint`}>{hint}</div> : null}
      {problem ? <p className="field-problem" id={`${id}-problem`}>{t(problem)}</p> : null}
      <textarea id={id} ref={area} className="input" rows={rows} lang={lang} value={words} aria-invalid={problem ? true : undefined} aria-describedby={described} onChange={(event) => onWords(event.target.value)} />
      <RoomLeft id={`${id}-room`} words={words} />
    </div>
  );
}

/** Counting down every letter aloud would drown the person's own; so it is heard at every twentieth. */
const SAID_EVERY = 20;
const SHOWN_UNDER = 200;

function RoomLeft({ id, words }: { readonly id: string; readonly words: string }) {
  const { t } = useTranslation();
  const left = charactersLeft(words);
  const inWords = (count: number) => (count >= 0 ? t("notes.left", { count }) : t("notes.over", { count: -count }));
  return (
    <>
      <p className="aside" id={id}>{left < SHOWN_UNDER ? inWords(left) : null}</p>
      <p className="visually-hidden" role="status">{left < SHOWN_UNDER ? inWords(Math.ceil(left / SAID_EVERY) * SAID_EVERY) : null}</p>
    </>
  );
}

interface LanguageFieldProps {
  readonly lang: string;
  readonly onLang: (lang: string) => void;
}

/** Which language the words are in: screen readers, search and the report need it. */
export function LanguageField({ lang, onLang }: LanguageFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="row">
      <label htmlFor={id}>{t("notes.lang")}</label>
      <select id={id} className="input input-short" value={lang} onChange={(event) => onLang(event.target.value)}>
        <option value="cy">{t("common.welsh")}</option>
        <option value="en">{t("common.english")}</option>
      </select>
    </div>
  );
}
