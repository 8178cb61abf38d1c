import { useMemo, useRef, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";

import type { EvidenceBlock } from "#app/evidence/blocks.ts";
import { Button } from "#app/ui/button.tsx";

import { neighbour, type Standing } from "./marking.ts";
import { piecesOf, type Spot } from "./passage.ts";
import { sentencesOf, stopsIn, wordsOf } from "./sentences.ts";
import { useFocusOnArrival } from "#app/ui/use-focus.ts";

interface KeysPanelProps {
  readonly blocks: readonly EvidenceBlock[];
  readonly textLang: string;
  readonly standing: Standing;
  readonly onMove: (at: Spot) => void;
  readonly onHere: () => void;
  readonly onLeave: () => void;
}

/**
 * Marking by keyboard alone. One place takes the keys and says aloud where one stands; buttons do the same for
 * switches, speech and touch with a screen reader, which cannot send arrow keys.
 */
export function KeysPanel({ blocks, textLang, standing: { at, from }, onMove, onHere, onLeave }: KeysPanelProps) {
  const { t } = useTranslation();
  const panel = useRef<HTMLDivElement>(null);
  useFocusOnArrival(panel);
  const move = useMoves(blocks, at, onMove);
  const keys: Record<string, () => void> = { ...move, " ": onHere, Enter: onHere, Escape: onLeave };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = event.altKey || event.ctrlKey || event.metaKey ? undefined : keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <div ref={panel} className="stack-tight">
      <h3 id="notes-keys-title">{t("notes.keys.title")}</h3>
      <p id="notes-keys-help">{t(from ? "notes.keys.helpTo" : "notes.keys.help")}</p>
      <WhereIStand at={at} blocks={blocks} textLang={textLang} onKeyDown={onKeyDown} />
      <p className="visually-hidden" role="status">{from ? t("notes.keys.begun") : ""}</p>
      <div className="row">
        <Button type="button" look="quiet" onClick={move["ArrowUp"]}>{t("notes.keys.previous")}</Button>
        <Button type="button" look="quiet" onClick={move["ArrowDown"]}>{t("notes.keys.next")}</Button>
        <Button type="button" onClick={onHere}>{t(from ? "notes.keys.to" : "notes.keys.from")}</Button>
        <Button type="button" look="link" onClick={onLeave}>{t(from ? "notes.keys.again" : "notes.keys.leave")}</Button>
      </div>
    </div>
  );
}

/** What each key does: sentences up and down, words left and right, the whole text with Home and End. */
function useMoves(blocks: readonly EvidenceBlock[], at: Spot, onMove: (at: Spot) => void): Record<"ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight" | "Home" | "End", () => void> {
  const { sentences, words, rank } = useMemo(() => {
    const ranks = new Map(blocks.map(({ id }, index) => [id, index]));
    return { sentences: stopsIn(blocks, sentencesOf), words: stopsIn(blocks, wordsOf), rank: (blockId: string) => ranks.get(blockId) ?? 0 };
  }, [blocks]);
  return {
    ArrowUp: () => onMove(neighbour(sentences, at, { by: -1, rank })),
    ArrowDown: () => onMove(neighbour(sentences, at, { by: 1, rank })),
    ArrowLeft: () => onMove(neighbour(words, at, { by: -1, rank })),
    ArrowRight: () => onMove(neighbour(words, at, { by: 1, rank })),
    Home: () => onMove(sentences[0] ?? at),
    End: () => onMove(sentences.at(-1) ?? at),
  };
}

interface WhereIStandProps {
  readonly at: Spot;
  readonly blocks: readonly EvidenceBlock[];
  readonly textLang: string;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** A slider over the sentences: screen readers hand it the arrow keys, and say its value, the words, at every move. */
function WhereIStand({ at, blocks, textLang, onKeyDown }: WhereIStandProps) {
  const words = piecesOf(blocks, [at]).join("");
  const sentences = useMemo(() => stopsIn(blocks, sentencesOf), [blocks]);
  const number = 1 + sentences.findIndex(({ blockId, start, end }) => blockId === at.blockId && start <= at.start && at.start < end);
  return (
    <div
      role="slider"
      tabIndex={0}
      data-first-focus=""
      lang={textLang}
      aria-labelledby="notes-keys-title"
      aria-describedby="notes-keys-help"
      aria-valuemin={1}
      aria-valuemax={sentences.length}
      aria-valuenow={number}
      aria-valuetext={words}
      className="keys-target"
      onKeyDown={onKeyDown}
    >
      {words}
    </div>
  );
}
