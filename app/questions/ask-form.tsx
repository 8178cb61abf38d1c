import { useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { WhoseWords } from "#app/scribe/whose-words.tsx";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";

import { ActForm } from "./act-form.tsx";
import { QUESTION_LENGTH, QUESTIONS_MOST } from "./acts.ts";
import type { Passage } from "./passages.ts";
import { useOwnLanguage, type Asking } from "./use-asking.ts";

/** The box for a new question. Focus stays in it, for the next one. */
export function AskForm({ asking }: { readonly asking: Asking }) {
  const { t } = useTranslation();
  const id = useId();
  const [words, setWords] = useState("");
  // Made anew after each question: another one is rarely drawn from the same passage, and may be somebody else's.
  const [asked, setAsked] = useState(0);
  const box = useRef<HTMLTextAreaElement>(null);
  const lang = useOwnLanguage(asking);
  if (asking.made.questions.length >= QUESTIONS_MOST) return <Notice>{t("questions.make.full", { most: QUESTIONS_MOST })}</Notice>;
  function taken() {
    setWords("");
    setAsked(asked + 1);
    box.current?.focus();
  }
  return (
    <ActForm asking={asking} act="ask" className="card stack-tight" onDone={taken}>
      <label className="label" htmlFor={id}>{t("questions.make.label")}</label>
      <p className="field-hint" id={`${id}-hint`}>{t("questions.make.hint")}</p>
      <input type="hidden" name="lang" value={lang} />
      <textarea ref={box} id={id} name="words" rows={3} lang={lang} className="input max-w-none" aria-describedby={`${id}-hint`} value={words} onChange={(event) => setWords(event.target.value)} />
      <CharactersLeft words={words} />
      <PassageChoice key={`${asked}-passage`} passages={asking.passages} nameOf={asking.nameOf} />
      <WhoseWords key={`${asked}-whose`} name="forMember" writesFor={asking.writesFor} />
      <Button>{t("questions.make.add")}</Button>
    </ActForm>
  );
}

/** Said when there is little room left. Nobody is stopped in mid-sentence, and nothing is cut off. */
function CharactersLeft({ words }: { readonly words: string }) {
  const { t } = useTranslation();
  const left = QUESTION_LENGTH - words.length;
  if (left > 60) return null;
  return <p className={left < 0 ? "field-problem" : "aside"}>{left < 0 ? t("questions.words.long") : t("questions.make.left", { count: left })}</p>;
}

/** Folded: marked passages, one of which the question keeps. */
function PassageChoice({ passages, nameOf }: { readonly passages: readonly Passage[]; readonly nameOf: Asking["nameOf"] }) {
  const { t } = useTranslation();
  return (
    <details>
      <summary>{t("questions.make.draw")}</summary>
      {passages.length === 0 ? <p>{t("questions.make.drawNone")}</p> : (
        <fieldset className="stack-tight py-2">
          <legend className="field-hint">{t("questions.make.drawHint")}</legend>
          <label className="choice"><input type="radio" name="note" value="" defaultChecked /><span>{t("questions.make.noPassage")}</span></label>
          {passages.map((passage) => <PassageToChoose key={passage.value} passage={passage} nameOf={nameOf} />)}
        </fieldset>
      )}
    </details>
  );
}

function PassageToChoose({ passage: { value, title, lang, why, passage }, nameOf }: { readonly passage: Passage; readonly nameOf: Asking["nameOf"] }) {
  return (
    <div>
      <label className="choice">
        <input type="radio" name="note" value={value} />
        <span className="whitespace-pre-line" lang={passage.lang}>“{passage.exact}”</span>
      </label>
      <p className="aside"><cite lang={lang}>{title}</cite> · <span translate="no">{nameOf(why.by)}</span>: <span lang={why.lang}>{why.words}</span></p>
    </div>
  );
}
