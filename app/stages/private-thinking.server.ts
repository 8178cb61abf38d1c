/** What a member does with their private notes: kept for them alone, until they share one and see first what everybody will see. */
import type { AppLoadContext } from "@remix-run/node";

import type { WordKey } from "#app/language/words.ts";
import { SealedError, type Reader } from "#app/live/live.doc.ts";
import { whyNotTaken } from "#app/live/not-taken.server.ts";
import { newId } from "#app/live/records.doc.ts";
import { addQuestion, readQuestions } from "#app/questions/questions.doc.ts";
import { addConcept, addSaid, readTalk } from "#app/talk/talk.doc.ts";
import { noteForms, sharings, whyNotShared, type NoteForm, type NotesPageProps, type PrivateNoteView, type ShareProps, type Sharing } from "#app/thinking/notes.ts";
import { keepNote, markShared, noteOf, notesOf, removeNote } from "#app/thinking/private-notes.server.ts";
import type { Member } from "#prisma/client.ts";

import { standingOf } from "./admission.server.ts";
import { rightsInDocument } from "./document-rights.ts";
import { pagesFor } from "./groups-room.server.ts";
import { waysToShare } from "./ways-to-share.ts";

type Parts = Pick<AppLoadContext, "db" | "live">;

/** What the page of private notes shows: all of them, one about to be shared, or one about to go. */
export type ThinkingPage =
  | ({ readonly kind: "notes" } & NotesPageProps)
  | ({ readonly kind: "share" } & ShareProps)
  | { readonly kind: "remove"; readonly sessionId: string; readonly note: PrivateNoteView };

/** GET: ?share=<note>&as=said|concept|question, ?remove=<note>, or all. Throws a 404 Response for a note that is not this member's. */
export async function thinkingPage(parts: Parts, member: Member, search: URLSearchParams): Promise<ThinkingPage> {
  const [share, remove] = [search.get("share"), search.get("remove")];
  if (share !== null) {
    const as = sharings.find((known) => known === search.get("as")) ?? "said";
    return sharePage(parts, member, { id: share, as });
  }
  if (remove !== null) return { kind: "remove", sessionId: member.sessionId, note: await ownNote(parts, member, remove) };
  return notesPage(parts, member);
}

/** Where to go when it is done, or the page that says what is to be mended or seen first. */
export type ThinkingDone = { readonly to: string } | { readonly page: ThinkingPage; readonly status: 200 | 422 };

/** POST: a form of app/thinking/notes.ts. */
export async function think(parts: Parts, member: Member, form: FormData): Promise<ThinkingDone> {
  const read = noteForms.safeParse(Object.fromEntries(form));
  const typed = form.get("text");
  // The messages of noteForms are word keys; anything else is no form of ours.
  if (!read.success) return refusedNotes(parts, member, { problem: (read.error.issues[0]?.message ?? "") as WordKey, typed: typeof typed === "string" ? typed : "" });
  return doneWith(parts, member, read.data);
}

async function doneWith(parts: Parts, member: Member, form: NoteForm): Promise<ThinkingDone> {
  const room = `/s/${member.sessionId}`;
  switch (form.act) {
    case "keep": {
      const problem = await keepOpenNote(parts, member, { ...form, id: form.id ?? newId() });
      return problem ? refusedNotes(parts, member, { problem, typed: form.text }) : { to: `${room}/thinking` };
    }
    case "remove":
      await removeNote(parts.db, member, form.id);
      return { to: room };
    case "look": {
      const page = await sharePage(parts, member, form);
      return { page, status: page.problem ? 422 : 200 };
    }
    case "share": return share(parts, member, form);
  }
}

/** Keeps a note while the session is open; a word key when it cannot be. */
export async function keepOpenNote({ db }: Pick<Parts, "db">, member: Member, note: { readonly id: string; readonly text: string; readonly lang: string }): Promise<WordKey | null> {
  const session = await db.session.findUniqueOrThrow({ where: { id: member.sessionId }, select: { state: true } });
  return session.state === "open" ? keepNote(db, member, note) : "thinking.problem.closed";
}

async function refusedNotes(parts: Parts, member: Member, { problem, typed }: Pick<NotesPageProps, "typed"> & { readonly problem: WordKey }): Promise<ThinkingDone> {
  return { page: { ...(await notesPage(parts, member)), problem, typed }, status: 422 };
}

async function notesPage({ db }: Parts, member: Member): Promise<{ readonly kind: "notes" } & NotesPageProps> {
  const session = await db.session.findUniqueOrThrow({ where: { id: member.sessionId }, select: { state: true, stages: { select: { activity: true } } } });
  return { kind: "notes", sessionId: member.sessionId, isOpen: session.state === "open", lang: member.language, notes: await notesOf(db, member), ways: waysToShare(session.stages), problem: null, typed: "" };
}

interface Wished {
  readonly id: string;
  readonly as: Sharing;
  /** The note's own text when left out. */
  readonly words?: string;
}

async function sharePage(parts: Parts, member: Member, { id, as, words }: Wished): Promise<{ readonly kind: "share" } & ShareProps> {
  const note = await ownNote(parts, member, id);
  const shown = shownAs(words ?? note.text, as);
  const problem = whyNotShared(shown, as) ?? (await whyNotNow(parts, member, as));
  return { kind: "share", sessionId: member.sessionId, noteId: note.id, lang: note.lang, as, words: shown, name: member.name, problem };
}

/** As it will stand for everybody: questions and ideas are one line. */
function shownAs(words: string, as: Sharing): string {
  return as === "said" ? words.replace(/\r\n?/g, "\n").trim() : words.replace(/\s+/g, " ").trim();
}

async function ownNote({ db }: Parts, member: Member, id: string) {
  const note = await noteOf(db, member, id);
  if (!note) throw new Response(null, { status: 404 });
  return note;
}

async function share(parts: Parts, member: Member, wished: Wished): Promise<ThinkingDone> {
  const page = await sharePage(parts, member, wished);
  const { noteId: id, as, words, lang, problem } = page;
  if (problem) return { page, status: 422 };
  try {
    await writeShared(parts, member, { id, as, words, lang });
  } catch (error) {
    return { page: { ...page, problem: whyNotTaken(error, "thinking.problem.closed") }, status: 422 };
  }
  await markShared(parts.db, member, { id, as });
  return { to: `/s/${member.sessionId}` };
}

async function whyNotNow(parts: Parts, member: Member, as: Sharing): Promise<WordKey | null> {
  const target = await targetOf(parts, member, as);
  if (target.isClosed) return "thinking.problem.closed";
  return target.documentId === null ? "thinking.problem.notNow" : null;
}

/** Where it would be written: the talk, or the questions of the room or the member's small group; null when not now. */
async function targetOf(parts: Parts, member: Member, as: Sharing): Promise<{ readonly isClosed: boolean; readonly documentId: string | null; readonly stageId: string }> {
  const { id: memberId, sessionId, role } = member;
  const session = await parts.db.session.findUniqueOrThrow({ where: { id: sessionId }, select: { state: true, currentStageId: true, documents: { where: { kind: { in: ["talk", "questions"] }, subject: "" } } } });
  const kind = as === "question" ? "questions" as const : "talk" as const;
  const group = as === "question" ? await pagesFor(parts, member, null) : null;
  const documentId = group?.questions.documentId ?? session.documents.find((document) => document.kind === kind)?.id ?? null;
  const standing = documentId && (await standingOf(parts.db, sessionId, group ? documentId : null));
  const mayWrite = standing && rightsInDocument(standing, { memberId, role, documentId, kind }) === "write";
  return { isClosed: session.state !== "open", documentId: mayWrite ? documentId : null, stageId: session.currentStageId ?? "" };
}

interface Shared {
  /** Of the private note. */
  readonly id: string;
  readonly as: Sharing;
  readonly words: string;
  readonly lang: string;
}

/** Once: a second press while it stands there adds nothing. */
async function writeShared(parts: Parts, member: Member, { id: noteId, as, words, lang }: Shared): Promise<void> {
  const { documentId, stageId } = await targetOf(parts, member, as);
  if (documentId === null) throw new SealedError();
  // Records stand in the order of their ids: this one begins with the time of sharing, and ends with the note it was.
  const record = { id: `${newId().slice(0, 12)}${noteId.slice(-24)}`, by: member.id, words, lang };
  await parts.live.write(documentId, member.id, (doc) => {
    if (writtenAs[as](doc).some(({ id, by }) => by === member.id && id.endsWith(noteId.slice(-24)))) return;
    if (as === "said") addSaid(doc, { ...record, forMember: "", checked: false, stageId, way: "", replyTo: "", because: "" });
    else if (as === "concept") addConcept(doc, record);
    else addQuestion(doc, { ...record, forMember: "", passage: null, fromGroup: "" });
  });
}

const writtenAs = {
  said: (doc) => readTalk(doc).said,
  concept: (doc) => readTalk(doc).concepts,
  question: (doc) => readQuestions(doc).questions,
} satisfies Record<Sharing, Reader<readonly { readonly id: string; readonly by: string }[]>>;
