/** What pages without JavaScript do to notes: the same records, through the same log and broadcast as everybody's. */
import type { Db } from "#app/context.server.ts";
import { blocksSchema, type EvidenceBlock } from "#app/evidence/blocks.ts";
import type { WordKey } from "#app/language/words.ts";
import type { Live } from "#app/live/live.doc.ts";
import { whyNotTaken } from "#app/live/not-taken.server.ts";
import { newId } from "#app/live/records.doc.ts";
import { backTo } from "#app/session/back-to.ts";
import type { Member } from "#prisma/client.ts";

import { noteId, readAddress, type Errand } from "./addresses.ts";
import { describe, type Anchor } from "./anchor.ts";
import type { NewNoteForm, NoteForm } from "./note-form.server.ts";
import type { NoteErrand, Subject } from "./note-errand.ts";
import { addNote, addReply, readNotes, rewordNote, withdrawNote, withdrawReply, type Notes } from "./notes.doc.ts";
import { lengthOf, MAX_PASSAGE } from "./passage.ts";
import { sentencesOf } from "./sentences.ts";

interface House {
  readonly db: Db;
  readonly live: Live;
}

type Seated = Pick<Member, "id" | "sessionId">;

/** What a form about notes is about: its text, note or reply. Throws a 404 Response for what is not there, not of this session, or not one's own to change. */
export async function noteErrand({ db, live }: House, member: Seated, search: URLSearchParams): Promise<NoteErrand> {
  const asked = readAddress(search);
  if (!asked) throw notFound();
  const text = await readText(db, { documentId: asked.documentId, sessionId: member.sessionId });
  const notes = await live.read(asked.documentId, readNotes);
  const subject = subjectOf(asked.errand, { text, notes, me: member.id });
  if (!subject) throw notFound();
  return { documentId: asked.documentId, back: backTo(search.get("back"), member.sessionId), subject, isOpen: text.isOpen };
}

function notFound(): Response {
  return new Response(null, { status: 404 });
}

interface TextOfNotes {
  readonly versionId: string;
  readonly language: string;
  readonly blocks: readonly EvidenceBlock[];
  /** True while the session is open: notes may be written at any of its stages. */
  readonly isOpen: boolean;
}

/** The text that a notes document of this session is about. Throws a 404 Response. */
async function readText(db: Db, { documentId, sessionId }: { documentId: string; sessionId: string }): Promise<TextOfNotes> {
  const document = await db.document.findFirst({ where: { id: documentId, sessionId, kind: "notes" }, include: { session: { select: { state: true } } } });
  const shown = document && (await db.sessionEvidence.findFirst({ where: { sessionId, version: { itemId: document.subject } }, include: { version: true } }));
  if (!shown) throw notFound();
  const { id, language, blocks } = shown.version;
  return { versionId: id, language, blocks: blocksSchema.parse(blocks), isOpen: document.session.state === "open" };
}

interface Known {
  readonly text: TextOfNotes;
  readonly notes: Notes;
  readonly me: string;
}

function subjectOf({ kind, id }: Errand, { text, notes, me }: Known): Subject | null {
  if (kind === "block") {
    const block = text.blocks.find((one) => one.id === id);
    return block ? { kind, block, textLang: text.language } : null;
  }
  if (kind === "withdrawReply") {
    const reply = notes.replies.find((one) => one.id === id && one.by === me);
    return reply ? { kind, reply } : null;
  }
  const note = notes.notes.find((one) => one.id === id && (kind === "reply" || one.by === me));
  return note ? { kind, note, textLang: text.language } : null;
}

/** Where to go when it is done, or why it cannot be, by field. */
export type ErrandDone = { readonly to: string } | ErrandRefused;

interface ErrandRefused {
  readonly problems: Readonly<Record<string, WordKey[]>>;
}

/** Does what a checked form says, on behalf of the member; resolves when it is on disk. Throws a 404 Response as noteErrand does. */
export async function doErrand({ db, live }: House, member: Seated, form: NoteForm): Promise<ErrandDone> {
  const text = await readText(db, { documentId: form.document, sessionId: member.sessionId });
  if (!text.isOpen) return refused("notes.page.closed");
  const doing = actOf(form, { text, notes: await live.read(form.document, readNotes), me: member.id });
  if ("problems" in doing) return doing;
  try {
    await live.write(form.document, member.id, doing.change);
  } catch (error) {
    return refused(whyNotTaken(error, "notes.page.closed"));
  }
  const back = backTo(form.back, member.sessionId);
  return { to: doing.noteId ? `${back}#${noteId(doing.noteId)}` : back };
}

function refused(key: WordKey): ErrandRefused {
  return { problems: { "": [key] } };
}

interface Doing {
  readonly change: Parameters<Live["write"]>[2];
  /** The note to show afterwards. */
  readonly noteId?: string;
}

function actOf(form: NoteForm, known: Known): Doing | ErrandRefused {
  const { notes, me } = known;
  if (form.act === "note") return newNote(form, known);
  if (form.act === "withdrawReply") {
    const reply = notes.replies.find(({ id, by }) => id === form.reply && by === me);
    if (!reply) throw notFound();
    return { change: (doc) => withdrawReply(doc, reply.id), noteId: reply.noteId };
  }
  const note = notes.notes.find(({ id }) => id === form.note);
  if (form.act === "reply") {
    const { way, words, because, lang } = form;
    if (!note) return refused("notes.page.gone");
    return { change: (doc) => addReply(doc, { id: newId(), by: me, noteId: note.id, way, words, because: way === "challenges" ? because : "", lang }), noteId: note.id };
  }
  if (note?.by !== me) throw notFound();
  if (form.act === "withdraw") return { change: (doc) => withdrawNote(doc, note.id) };
  return { change: (doc) => rewordNote(doc, note.id, form.words), noteId: note.id };
}

function newNote(form: NewNoteForm, { text, me }: Known): Doing | ErrandRefused {
  const passage = passageOf(form, text);
  if (passage.length === 0) throw notFound();
  if (lengthOf(passage) > MAX_PASSAGE) return { problems: { to: ["notes.problem.longPassage"] } };
  const note = { id: newId(), by: me, passage, words: form.words, lang: form.lang };
  return { change: (doc) => addNote(doc, note), noteId: note.id };
}

/** From one sentence of a block to another, chosen in either order. */
function passageOf({ block: blockId, from, to }: NewNoteForm, text: TextOfNotes): Anchor[] {
  const sentences = sentencesOf(text.blocks.find(({ id }) => id === blockId)?.text ?? "");
  const first = sentences[Math.min(from, to)];
  const last = sentences[Math.max(from, to)];
  if (!first || !last) return [];
  return describe(text, { from: { blockId, offset: first.start }, to: { blockId, offset: last.end } });
}
