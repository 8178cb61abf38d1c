import { useId, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import type { EvidenceBlock } from "#app/evidence/blocks.ts";
import { Button } from "#app/ui/button.tsx";

import { findWords, fold, type Found } from "./find.ts";
import type { Stretch } from "./passage.ts";
import { useEscape } from "./use-escape.ts";
import { useFocusOnArrival } from "#app/ui/use-focus.ts";

interface FindPanelProps {
  readonly blocks: readonly EvidenceBlock[];
  readonly textLang: string;
  readonly onPick: (stretch: Stretch) => void;
  readonly onLeave: () => void;
}

/** Marking by typing, pasting or dictating the words. */
export function FindPanel({ blocks, textLang, onPick, onLeave }: FindPanelProps) {
  const { t } = useTranslation();
  const id = useId();
  const [typed, setTyped] = useState("");
  const folded = useMemo(() => fold(blocks), [blocks]);
  const { found, more } = useMemo(() => findWords(folded, typed), [folded, typed]);
  const panel = useRef<HTMLDivElement>(null);
  useFocusOnArrival(panel);
  useEscape(panel, onLeave);
  const counted = more ? t("notes.find.more", { count: found.length }) : t("notes.find.found", { count: found.length });
  return (
    <div ref={panel} className="stack-tight">
      <label htmlFor={id} className="label">{t("notes.find.label")}</label>
      <p className="field-hint" id={`${id}-hint`}>{t("notes.find.hint")}</p>
      <textarea id={id} className="input" rows={2} lang={textLang} value={typed} aria-describedby={`${id}-hint`} onChange={(event) => setTyped(event.target.value)} />
      <p role="status">{typed.trim() === "" ? "" : counted}</p>
      <ul className="plain-list stack-tight find-list">
        {found.map((match) => <Match key={keyOf(match)} match={match} textLang={textLang} onPick={onPick} />)}
      </ul>
      <Button type="button" look="quiet" onClick={onLeave}>{t("common.cancel")}</Button>
    </div>
  );
}

function keyOf({ stretch: { from, to } }: Found): string {
  return [from.blockId, from.offset, to.blockId, to.offset].join();
}

function Match({ match, textLang, onPick }: { readonly match: Found; readonly textLang: string; readonly onPick: (stretch: Stretch) => void }) {
  const { t } = useTranslation();
  return (
    <li>
      <button type="button" className="find-match" onClick={() => onPick(match.stretch)}>
        <span className="visually-hidden">{t("notes.find.mark")}: </span>
        <span lang={textLang}>{match.before}<mark>{match.words}</mark>{match.after}</span>
        {match.same ? null : <span className="aside block">{t("notes.find.nearly")}</span>}
      </button>
    </li>
  );
}
