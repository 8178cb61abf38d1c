/** What the eleven write: notes on the evidence, principles, priorities, by the same functions that pages use. */
import type { Db } from "#app/context.server.ts";
import { blocksSchema, type EvidenceBlock } from "#app/evidence/blocks.ts";
import type { Act } from "#app/lists/acts.ts";
import { readList } from "#app/lists/lists.doc.ts";
import { perform, type Hand } from "#app/lists/perform.doc.ts";
import type { Source } from "#app/lists/sources.ts";
import type { Live } from "#app/live/live.doc.ts";
import { newId } from "#app/live/records.doc.ts";
import { describe } from "#app/notes/anchor.ts";
import { addNote, addReply, readNotes } from "#app/notes/notes.doc.ts";

import { notes, principles, priorities, replies } from "./conversation.ts";
import type { MemberIds, PersonName } from "./people.ts";

/** One evidence item as it lies on the table. */
interface Laid extends Omit<Source, "notes"> {
  readonly blocks: readonly EvidenceBlock[];
}

export interface Table {
  readonly live: Live;
  readonly of: MemberIds;
  /** By the keys of evidence.ts. */
  readonly evidence: ReadonlyMap<string, Laid>;
  readonly principles: string;
  readonly priorities: string;
}

/** Finds the session's documents and evidence. `versions`: version ids by key. */
export async function layTable({ db, live }: { db: Db; live: Live }, { sessionId, versions, of }: { sessionId: string; versions: ReadonlyMap<string, string>; of: MemberIds }): Promise<Table> {
  const documents = await db.document.findMany({ where: { sessionId } });
  const idOf = (kind: string, subject = "") => documents.find((row) => row.kind === kind && row.subject === subject)?.id ?? "";
  const evidence = new Map<string, Laid>();
  for (const [key, versionId] of versions) {
    const version = await db.evidenceVersion.findUniqueOrThrow({ where: { id: versionId } });
    const { itemId, title, kind, language } = version;
    evidence.set(key, { documentId: idOf("notes", itemId), evidenceItemId: itemId, versionId, title, kind, lang: language, blocks: blocksSchema.parse(version.blocks) });
  }
  return { live, of, evidence, principles: idOf("principles"), priorities: idOf("priorities") };
}

/** Writes the notes and replies. Answers note ids by the keys of conversation.ts. */
export async function writeNotes({ live, of, evidence }: Table): Promise<ReadonlyMap<string, { noteId: string; documentId: string }>> {
  const written = new Map<string, { noteId: string; documentId: string }>();
  for (const { key, by, on, quote, words, lang } of notes) {
    const laid = evidence.get(on);
    const block = laid?.blocks.find(({ text }) => text.includes(quote));
    if (!laid || !block) throw new Error(`"${quote}" is not in ${on}`);
    const start = block.text.indexOf(quote);
    const passage = describe(laid, { from: { blockId: block.id, offset: start }, to: { blockId: block.id, offset: start + quote.length } });
    const id = newId();
    await live.write(laid.documentId, of(by), (doc) => addNote(doc, { id, by: of(by), passage, words, lang }));
    written.set(key, { noteId: id, documentId: laid.documentId });
  }
  for (const { by, to, ...reply } of replies) {
    const note = written.get(to);
    const author = of(by as PersonName);
    if (note) await live.write(note.documentId, author, (doc) => addReply(doc, { ...reply, id: newId(), by: author, noteId: note.noteId }));
  }
  return written;
}

/** Drafts principles, then priorities that rest on them, with the quotes behind each. Answers priority ids by key. */
export async function draftLists(table: Table, written: Awaited<ReturnType<typeof writeNotes>>): Promise<ReadonlyMap<string, string>> {
  const sources = await sourcesOn(table);
  const principleIds = new Map<string, string>();
  for (const { key, by, text, lang, quotes } of principles) {
    const id = await draft(table, table.principles, { by: table.of(by), sources, foundation: null }, { act: "add", text, lang });
    principleIds.set(key, id);
    for (const quote of quotes) await act(table, table.principles, { by: table.of(by), sources, foundation: null }, { act: "attach", item: id, note: noteAddress(written, quote) });
  }
  const list = await table.live.read(table.principles, readList);
  const priorityIds = new Map<string, string>();
  for (const { key, by, text, lang, quotes, principles: rests } of priorities) {
    const hand: Hand = { by: table.of(by), sources, foundation: { documentId: table.principles, list } };
    const id = await draft(table, table.priorities, hand, { act: "add", text, lang });
    priorityIds.set(key, id);
    for (const quote of quotes) await act(table, table.priorities, hand, { act: "attach", item: id, note: noteAddress(written, quote) });
    for (const principle of rests) await act(table, table.priorities, hand, { act: "link", item: id, other: principleIds.get(principle) ?? "" });
  }
  return priorityIds;
}

async function sourcesOn({ live, evidence }: Table): Promise<Source[]> {
  return Promise.all([...evidence.values()].map(async (laid) => ({ ...laid, notes: (await live.read(laid.documentId, readNotes)).notes })));
}

function noteAddress(written: Awaited<ReturnType<typeof writeNotes>>, key: string): string {
  const note = written.get(key);
  return `${note?.documentId}/${note?.noteId}`;
}

async function draft(table: Table, documentId: string, hand: Hand, add: Extract<Act, { act: "add" }>): Promise<string> {
  const outcome = await act(table, documentId, hand, add);
  if (!("itemId" in outcome)) throw new Error(`"${add.text}" could not be added`);
  return outcome.itemId;
}

async function act({ live }: Table, documentId: string, hand: Hand, what: Act): Promise<ReturnType<typeof perform>> {
  let outcome: ReturnType<typeof perform> = { came: "gone" };
  await live.write(documentId, hand.by, (doc) => {
    outcome = perform(doc, what, hand);
  });
  return outcome;
}
