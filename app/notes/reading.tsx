import type { TFunction } from "i18next";
import { useEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from "react";
import { useTranslation } from "react-i18next";

import type { EvidenceBlock } from "#app/evidence/blocks.ts";
import { Button } from "#app/ui/button.tsx";

import type { NoteActs, TakenBack } from "./acts.ts";
import { addressOf, type Desk } from "./addresses.ts";
import type { AuthorOf } from "./author.ts";
import { MarkingSheet } from "./marking-sheet.tsx";
import type { Notes } from "./notes.doc.ts";
import type { Spot } from "./passage.ts";
import type { Mark } from "./segments.ts";
import { sentencesOf, stopsIn } from "./sentences.ts";
import { TextWithMarks } from "./text-with-marks.tsx";
import type { CardSetting } from "./thread-card.tsx";
import { TakenBackNotice, ThreadList } from "./thread-list.tsx";
import { threadsOf } from "./threads.ts";
import { useBeside } from "./use-beside.ts";
import { useHydrated } from "#app/ui/use-hydrated.ts";
import { useMarking, type MarkingView } from "./use-marking.ts";
import { useNotesOfMark } from "./use-notes-of-mark.ts";

/** One version of an evidence item, as it is read. */
export interface ReadText {
  readonly versionId: string;
  readonly title: string;
  /** Language of its words. */
  readonly language: string;
  readonly blocks: readonly EvidenceBlock[];
}

export interface ReadingProps {
  readonly text: ReadText;
  readonly notes: Notes;
  /** This page's member, and the language they write in. */
  readonly me: string;
  readonly myLang: string;
  readonly mayWrite: boolean;
  readonly authorOf: AuthorOf;
  readonly desk: Desk;
  readonly acts: NoteActs;
  /** Level that the text's highest headings get on this page; the notes' heading has the same. */
  readonly topLevel?: 2 | 3 | 4;
}

/** A text with its notes beside it (below it on phones), and four equal ways to mark it. */
export function Reading({ text, notes, me, myLang, mayWrite, authorOf, desk, acts, topLevel = 3 }: ReadingProps) {
  const { t } = useTranslation();
  const scope = desk.documentId;
  const words = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [taken, setTaken] = useState<TakenBack | null>(null);
  const threads = useMemo(() => threadsOf(notes, text.blocks), [notes, text.blocks]);
  const setting = useMemo<CardSetting>(
    () => ({ t, says: { you: t("notes.you"), reply: t("notes.reply.open"), edit: t("common.edit"), takeBack: t("notes.withdraw.act") }, scope, textLang: text.language, me, myLang, mayWrite, authorOf, desk, acts, onTakenBack: setTaken }),
    [t, scope, text.language, me, myLang, mayWrite, authorOf, desk, acts],
  );
  const way = useMarking({ documentId: desk.documentId, blocks: text.blocks, text: words, mayWrite, add: acts.add });
  const marks = useMemo(() => together(threads.marks, way.pending), [threads.marks, way.pending]);
  useNotesOfMark(words);
  useBeside(words, list, threads);
  useInView(words, way.marking.state === "keys" ? way.marking.at : null);
  const Heading = `h${topLevel}` as const;
  return (
    <div className="reading stack">
      {mayWrite ? <WaysToMark blocks={text.blocks} way={way} /> : null}
      <div className="reading-columns">
        <div ref={words} className="reading-text stack" lang={text.language} tabIndex={-1}>
          <TextWithMarks blocks={text.blocks} topLevel={topLevel} scope={scope} marks={marks} atEnd={mayWrite ? (block) => <NoteHere t={t} block={block} desk={desk} way={way} /> : undefined} />
        </div>
        {mayWrite ? <MarkingSheet {...way} blocks={text.blocks} textLang={text.language} myLang={myLang} onDraft={way.keep} onSave={way.save} onLeave={way.leave} /> : null}
        <section className="reading-notes stack" aria-labelledby={`${scope}-notes`}>
          <Heading id={`${scope}-notes`}>{t("notes.count", { count: notes.notes.length })}</Heading>
          {taken ? <TakenBackNotice key={JSON.stringify(taken)} taken={taken} onUndo={() => acts.putBack(taken) && setTaken(null)} onDismiss={() => setTaken(null)} /> : null}
          <ThreadList threads={threads} setting={setting} list={list} />
        </section>
      </div>
    </div>
  );
}

function together(marks: ReadonlyMap<string, readonly Mark[]>, pending: ReadonlyMap<string, readonly Mark[]>): ReadonlyMap<string, readonly Mark[]> {
  if (pending.size === 0) return marks;
  const all = new Map(marks);
  for (const [blockId, more] of pending) all.set(blockId, [...(all.get(blockId) ?? []), ...more]);
  return all;
}

/** Keeps the sentence that the keyboard stands on in sight. */
function useInView(text: RefObject<HTMLElement>, at: Spot | null): void {
  const place = at && `${at.blockId} ${at.start}`;
  // Scrolling belongs to the browser, so it follows the drawing.
  useEffect(() => {
    if (place) text.current?.querySelector("mark[data-pending]")?.scrollIntoView({ block: "center" });
  }, [place, text]);
}

interface WaysToMarkProps {
  readonly blocks: readonly EvidenceBlock[];
  readonly way: MarkingView;
}

/** Says how to mark, and begins the two ways that need a button. Without JavaScript only the link after each paragraph. */
function WaysToMark({ blocks, way }: WaysToMarkProps) {
  const { t } = useTranslation();
  const isAwake = useHydrated();
  const [first] = stopsIn(blocks.slice(0, 3), sentencesOf);
  return (
    <div className="stack-tight no-print">
      <p>{t(isAwake ? "notes.mark.how" : "notes.mark.howPlain")}</p>
      {isAwake && first ? (
        <div className="row">
          <Button type="button" look="quiet" onClick={() => way.begin({ type: "keys", at: first })}>{t("notes.keys.title")}</Button>
          <Button type="button" look="quiet" onClick={() => way.begin({ type: "find" })}>{t("notes.find.open")}</Button>
        </div>
      ) : null}
      <p role="status" className="visually-hidden">{way.marking.state === "selected" ? t("notes.mark.selected") : ""}</p>
    </div>
  );
}

interface NoteHereProps {
  readonly t: TFunction;
  readonly block: EvidenceBlock;
  readonly desk: Desk;
  readonly way: MarkingView;
}

/** After each paragraph: a note on it, with its sentences to choose from. A page of its own until this one is awake. */
function NoteHere({ t, block, desk, way }: NoteHereProps): ReactNode {
  const isAwake = useHydrated();
  const label = t("notes.here", { words: `${[...block.text.slice(0, 60)].slice(0, 30).join("")}…` });
  if (!isAwake) return <a className="note-here no-print" href={addressOf(desk, { kind: "block", id: block.id })} aria-label={label} />;
  const sentences = sentencesOf(block.text);
  const stretch = { from: { blockId: block.id, offset: sentences[0]?.start ?? 0 }, to: { blockId: block.id, offset: sentences.at(-1)?.end ?? block.text.length } };
  // Out of the order of Tab: who uses one has the keyboard way; screen readers and fingers find it here.
  return <button type="button" tabIndex={-1} className="note-here no-print" aria-label={label} onClick={() => way.begin({ type: "write", stretch, byBlock: block.id })} />;
}
