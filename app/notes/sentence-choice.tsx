import { useId } from "react";
import { useTranslation } from "react-i18next";

import type { EvidenceBlock } from "#app/evidence/blocks.ts";

import type { Stretch } from "./passage.ts";
import { sentenceLabel, sentencesOf } from "./sentences.ts";

interface SentenceChoiceProps {
  readonly block: EvidenceBlock;
  readonly stretch: Stretch;
  readonly onChoose: (stretch: Stretch) => void;
}

/** From which sentence of a paragraph to which: marking without selecting anything. */
export function SentenceChoice({ block, stretch, onChoose }: SentenceChoiceProps) {
  const { t } = useTranslation();
  const id = useId();
  const sentences = sentencesOf(block.text);
  if (sentences.length < 2) return null;
  const first = Math.max(0, sentences.findIndex(({ start }) => start === stretch.from.offset));
  const last = Math.max(first, sentences.findIndex(({ end }) => end === stretch.to.offset));
  const choose = (from: number, to: number) => {
    const start = sentences[Math.min(from, to)]?.start ?? 0;
    const end = sentences[Math.max(from, to)]?.end ?? block.text.length;
    onChoose({ from: { blockId: block.id, offset: start }, to: { blockId: block.id, offset: end } });
  };
  const options = sentences.map((sentence, index) => <option key={sentence.start} value={index}>{sentenceLabel(block.text, sentence, index)}</option>);
  return (
    <div className="row">
      <label htmlFor={`${id}-from`}>{t("notes.sentence.from")}</label>
      <select id={`${id}-from`} className="input input-short" value={first} onChange={(event) => choose(Number(event.target.value), last)}>{options}</select>
      <label htmlFor={`${id}-to`}>{t("notes.sentence.to")}</label>
      <select id={`${id}-to`} className="input input-short" value={last} onChange={(event) => choose(first, Number(event.target.value))}>{options}</select>
    </div>
  );
}
