/** The sealed record, to be read: every evidence text with all its notes, and the lists with how their wording came about. */
import { useTranslation } from "react-i18next";

import type { Said } from "#app/language/said.ts";
import { Words } from "#app/language/said-words.tsx";
import { Translated } from "#app/language/translated.tsx";
import { markId, noteId } from "#app/notes/addresses.ts";
import type { Mark } from "#app/notes/segments.ts";
import { TextWithMarks } from "#app/notes/text-with-marks.tsx";
import { AliasName } from "#app/session/alias-name.tsx";
import { Page } from "#app/ui/page.tsx";

import { EvidenceFacts } from "./evidence-view.tsx";
import { ReplyList } from "./quote-view.tsx";
import type { RecordEvidence, RecordItem, RecordList, RecordNote, RecordPageData } from "./record.ts";
import { Withdrawn } from "./withdrawn.tsx";
import "./report.css";

export function RecordView({ record, times, withdrawn }: Omit<RecordPageData, "title">) {
  const { t } = useTranslation();
  return (
    <Page title={t("report.record.title")} over={<Translated words={record.title} />}>
      <p className="lead">{t("report.record.lead")}</p>
      <Withdrawn days={withdrawn} />
      <p><a href={`/sessions/${record.sessionId}/report`}>{t("report.record.toReport")}</a></p>
      {record.evidence.map((item) => <EvidenceText key={item.versionId} item={item} />)}
      <ListText title={t("report.principles.title")} list={record.principles} below={[]} times={times} />
      <ListText title={t("report.priorities.title")} list={record.priorities} below={record.principles.items} times={times} />
      <p className="no-print"><a href={`/sessions/${record.sessionId}/erase`}>{t("erasing.link")}</a></p>
    </Page>
  );
}

function EvidenceText({ item }: { readonly item: RecordEvidence }) {
  const { t } = useTranslation();
  const { versionId, blocks, notes, replies, title, language } = item;
  return (
    <section className="stack" aria-labelledby={`title-${versionId}`}>
      <h2 id={`title-${versionId}`} lang={language}>{title}</h2>
      <EvidenceFacts item={{ ...item, noteCount: notes.length, replyCount: replies.length }} />
      <div className="card stack" lang={language}><TextWithMarks blocks={blocks} topLevel={3} scope={versionId} marks={marksOf(item)} /></div>
      <h3>{t("report.record.notes")}</h3>
      {notes.length === 0 ? <p>{t("report.record.noNotes")}</p> : null}
      <ul className="plain-list stack">
        {notes.map((note) => <NoteCard key={note.id} note={note} item={item} />)}
        <Orphans replies={replies.filter(({ noteId: on }) => !notes.some(({ id }) => id === on))} />
      </ul>
    </section>
  );
}

/** Where the notes stand in the text, by block; a note that no longer finds its words marks nothing. */
function marksOf({ blocks, notes }: RecordEvidence): ReadonlyMap<string, readonly Mark[]> {
  const marks = (blockId: string, text: string) =>
    notes.flatMap(({ id, passage }) => passage.filter((spot) => spot.blockId === blockId && text.startsWith(spot.exact, spot.start)).map(({ start, end }) => ({ id, start, end })));
  return new Map(blocks.map(({ id, text }) => [id, marks(id, text)]));
}

function NoteCard({ note, item: { versionId, language, replies } }: { readonly note: RecordNote; readonly item: RecordEvidence }) {
  const { t } = useTranslation();
  const [first] = note.passage;
  return (
    <li id={noteId(note.id)} tabIndex={-1} className="report-target card stack-tight">
      <blockquote lang={language}><p>{note.passage.map(({ exact }) => exact).join(" … ")}</p></blockquote>
      <p><strong><AliasName alias={note.by} />:</strong> <Words said={{ text: note.words, lang: note.lang }} /></p>
      <ReplyList replies={replies.filter(({ noteId: on }) => on === note.id)} />
      {first ? <p className="no-print"><a href={`#${markId(versionId, first.blockId, first.start)}`}>{t("report.record.toWords")}</a></p> : null}
    </li>
  );
}

/** What others said about a note that was withdrawn stays theirs. */
function Orphans({ replies }: Pick<RecordEvidence, "replies">) {
  const { t } = useTranslation();
  if (replies.length === 0) return null;
  return (
    <li className="card stack-tight">
      <p className="aside">{t("report.record.noteGone")}</p>
      <ReplyList replies={replies} />
    </li>
  );
}

interface ListTextProps extends Pick<RecordPageData, "times"> {
  readonly title: string;
  readonly list: RecordList;
  /** The items that its links name. */
  readonly below: readonly RecordItem[];
}

function ListText({ title, list, below, times }: ListTextProps) {
  const { t } = useTranslation();
  return (
    <section className="stack">
      <h2>{title}</h2>
      {list.items.length === 0 ? <p>{t("report.record.none")}</p> : null}
      {list.items.map((item) => (
        <article key={item.id} className="card stack-tight">
          <ItemText item={item} />
          <Behind title={t("report.priorities.rests")} words={list.links.flatMap(({ itemId, otherItemId }) => (itemId === item.id ? below.filter(({ id }) => id === otherItemId) : []))} />
          <Behind title={t("report.quotes")} words={list.quotes.filter(({ itemId }) => itemId === item.id).map(({ id, exact, lang }) => ({ id, text: exact, lang }))} />
          <Wordings item={item} times={times} />
        </article>
      ))}
    </section>
  );
}

function ItemText({ item: { text, lang, removed } }: { readonly item: RecordItem }) {
  const { t } = useTranslation();
  return (
    <>
      <h3>{text.trim() ? <Words said={{ text, lang }} /> : t("report.record.wiped")}</h3>
      {removed ? <p className="tag">{t("report.record.removed")}</p> : null}
    </>
  );
}

function Behind({ title, words }: { readonly title: string; readonly words: readonly (Said & { readonly id: string })[] }) {
  if (words.length === 0) return null;
  return (
    <div>
      <p className="aside">{title}</p>
      <ul className="words-list">{words.map((said) => <li key={said.id}><Words said={said} /></li>)}</ul>
    </div>
  );
}

function Wordings({ item: { wordings, lang }, times }: Pick<RecordPageData, "times"> & { readonly item: RecordItem }) {
  const { t } = useTranslation();
  return (
    <details className="report-fold">
      <summary>{t("report.record.history")}</summary>
      <ol className="words-list stack-tight">
        {wordings.map(({ by, at, text }, index) => (
          <li key={index}>{text ? <span lang={lang}>{text}</span> : t("report.record.wiped")}<br /><span className="aside"><AliasName alias={by} />, {times[at]}</span></li>
        ))}
      </ol>
    </details>
  );
}
