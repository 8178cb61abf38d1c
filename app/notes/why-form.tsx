import { useRef, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";

import type { EvidenceBlock } from "#app/evidence/blocks.ts";
import type { WordKey } from "#app/language/words.ts";
import { Button } from "#app/ui/button.tsx";

import type { Draft } from "./marking.ts";
import { lengthOf, MAX_PASSAGE, piecesOf, spotsOf, type Stretch } from "./passage.ts";
import { SentenceChoice } from "./sentence-choice.tsx";
import { useEscape } from "./use-escape.ts";
import { useFocusOnArrival } from "#app/ui/use-focus.ts";
import { LanguageField, WordsField } from "./words-field.tsx";
import { problemWithNote } from "./wording.ts";

interface WhyFormProps {
  readonly blocks: readonly EvidenceBlock[];
  readonly textLang: string;
  readonly stretch: Stretch;
  /** The block whose sentences can be chosen from, when that is how the passage was marked. */
  readonly byBlock: string | null;
  readonly draft: Draft | null;
  readonly myLang: string;
  readonly onStretch: (stretch: Stretch) => void;
  readonly onDraft: (draft: Draft) => void;
  /** Answers false when it cannot be taken now. */
  readonly onSave: (draft: Draft) => boolean;
  readonly onLeave: (draft: Draft) => void;
}

/** Where all ways of marking end: why does this matter? */
export function WhyForm({ blocks, textLang, stretch, byBlock, draft, myLang, onStretch, onDraft, onSave, onLeave }: WhyFormProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState(draft?.words ?? "");
  const [lang, setLang] = useState(draft?.lang ?? myLang);
  const [problem, setProblem] = useState<WordKey | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  useFocusOnArrival(form);
  const spots = spotsOf(blocks, stretch);
  const block = byBlock ? blocks.find(({ id }) => id === byBlock) : undefined;
  const now = { stretch, words, lang };
  useEscape(form, () => onLeave(now));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wrong = lengthOf(spots) > MAX_PASSAGE ? "notes.problem.longPassage" : problemWithNote(words);
    if (!wrong && onSave({ ...now, words: words.trim() })) return;
    setProblem(wrong ?? "notes.problem.notNow");
    area.current?.focus();
  };
  const write = (next: Partial<Draft>) => {
    if (next.words !== undefined) setWords(next.words);
    if (next.lang !== undefined) setLang(next.lang);
    onDraft({ ...now, ...next });
  };
  return (
    <form ref={form} noValidate className="stack-tight" onSubmit={submit} aria-label={t("notes.mark.form")}>
      <blockquote className="note-quote sheet-quote" lang={textLang}>{piecesOf(blocks, spots).join(" … ")}</blockquote>
      {block ? <SentenceChoice block={block} stretch={stretch} onChoose={onStretch} /> : null}
      <WordsField area={area} label={t("notes.why")} hint={t("notes.whyHint")} words={words} lang={lang} problem={problem ?? undefined} onWords={(typed) => write({ words: typed })} />
      <LanguageField lang={lang} onLang={(chosen) => write({ lang: chosen })} />
      <div className="row">
        <Button>{t("notes.save")}</Button>
        <Button type="button" look="quiet" onClick={() => onLeave(now)}>{t("common.cancel")}</Button>
      </div>
    </form>
  );
}
