/**
 * Private notes. Every query here names the author: there is no way to ask for anybody else's. They are in no log, on no
 * noticeboard, in no record; they go when their session or their author's membership goes.
 */
import type { Db } from "#app/context.server.ts";
import type { WordKey } from "#app/language/words.ts";
import type { Member } from "#prisma/client.ts";

import { NOTES_MOST, sharings, type PrivateNoteView, type Sharing } from "./notes.ts";

type Author = Pick<Member, "id" | "sessionId">;

const mine = ({ id: memberId, sessionId }: Author) => ({ memberId, sessionId });

/** The author's own notes, in the order in which they were begun. */
export async function notesOf(db: Db, author: Author): Promise<PrivateNoteView[]> {
  const notes = await db.privateNote.findMany({ where: mine(author), orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  return notes.map(({ id, text, lang, sharedAs }) => ({ id, text, lang, sharedAs: sharings.find((known) => known === sharedAs) ?? null }));
}

export interface KeptNote {
  readonly id: string;
  readonly text: string;
  readonly lang: string;
}

/** Keeps a note as it is now; a word key when there are too many. Throws a 404 Response when the id is another person's note. */
export async function keepNote(db: Db, author: Author, { id, text, lang }: KeptNote): Promise<WordKey | null> {
  const { count } = await db.privateNote.updateMany({ where: { id, ...mine(author) }, data: { text, lang } });
  if (count === 1) return null;
  if ((await db.privateNote.count({ where: mine(author) })) >= NOTES_MOST) return "thinking.problem.many";
  const made = await db.privateNote.createMany({ data: [{ id, ...mine(author), text, lang }], skipDuplicates: true });
  if (made.count === 1) return null;
  // Two savings of one new note at once: the second finds it made. Another person's id is found by nobody.
  const again = await db.privateNote.updateMany({ where: { id, ...mine(author) }, data: { text, lang } });
  if (again.count !== 1) throw new Response(null, { status: 404 });
  return null;
}

/** Takes one's own note away for good. Removing twice is harmless. */
export async function removeNote(db: Db, author: Author, id: string): Promise<void> {
  await db.privateNote.deleteMany({ where: { id, ...mine(author) } });
}

/** One's own note; null when there is none such. */
export async function noteOf(db: Db, author: Author, id: string): Promise<PrivateNoteView | null> {
  return (await notesOf(db, author)).find((note) => note.id === id) ?? null;
}

/** Says that it was shared, and as what. Its private text stays as it is. */
export async function markShared(db: Db, author: Author, { id, as }: { readonly id: string; readonly as: Sharing }): Promise<void> {
  await db.privateNote.updateMany({ where: { id, ...mine(author) }, data: { sharedAs: as, sharedAt: new Date() } });
}
