/** Where one person's words stand in a session: the shared documents, what was taken out of them for a worry, and the desk's own tables. */
import type { AppLoadContext } from "@remix-run/node";

import type { Db } from "#app/context.server.ts";
import type { DocumentKind } from "#app/live/kinds.ts";
import { readQuestions } from "#app/questions/questions.doc.ts";
import { scribesIn } from "#app/session/people.server.ts";

import type { Choice } from "./choice.ts";
import { takenFrom, type Taken } from "./erase.doc.ts";
import { copiesIn, type KeptCopy } from "./kept-copies.server.ts";
import { countKinds, kindOf, type Counts, type Wish, type WordKind } from "./theirs.ts";

export type House = Pick<AppLoadContext, "db" | "live">;

/** Something of theirs, and what people call it. */
export interface Piece extends Taken {
  readonly kind: WordKind;
  /** Out of its document for a worry. */
  readonly isHidden: boolean;
}

export interface Found {
  readonly wish: Wish;
  readonly pieces: readonly Piece[];
  /** Documents whose rows may hold their words, those that they took out themselves too. */
  readonly documentIds: readonly string[];
  /** Groups in which a question of theirs stands. */
  readonly groups: ReadonlySet<string>;
  /** Worries about words of theirs. */
  readonly copies: readonly KeptCopy[];
  readonly privateNotes: readonly string[];
  /** A facilitator's notes to self; "" when there are none. */
  readonly deskNote: string;
  /** Worries that they told, of those chosen. */
  readonly worries: readonly { readonly id: string; readonly words: string }[];
}

export interface Document {
  readonly id: string;
  readonly kind: DocumentKind;
}

interface Standing {
  readonly document: Document;
  readonly taken: readonly Taken[];
  readonly groups: readonly string[];
}

/** Everything that the choice is about. Nothing is changed. */
export async function findWords({ db, live }: House, sessionId: string, choice: Choice): Promise<Found> {
  const wish: Wish = { of: choice.memberId, scribes: new Set(await scribesIn(db, sessionId)), only: choice.records && new Set(choice.records) };
  const documents = await documentsOf(db, sessionId);
  const standing: Standing[] = [];
  // One after the other: others are typing meanwhile.
  for (const document of documents) standing.push(await standingIn(live, document, wish));
  const copies = await copiesIn({ db, live }, { sessionId, wish, standing: standing.flatMap(({ taken }) => taken) });
  const pieces = standing.flatMap(({ document, taken }) => taken.map((one) => ({ ...one, kind: kindOf(document.kind, one.root), isHidden: false })));
  const hidden = copies.flatMap((copy) => copy.hidden).map((one) => ({ ...one, kind: kindOf(documents.find(({ id }) => id === one.documentId)?.kind ?? "talk", one.root), isHidden: true }));
  const wrote = choice.records ? [] : await wroteIn(db, documents, choice.memberId);
  const holding = standing.filter(({ taken }) => taken.length > 0).map(({ document }) => document.id);
  return {
    wish, copies,
    pieces: [...pieces, ...hidden],
    documentIds: [...new Set([...holding, ...copies.flatMap((copy) => copy.documentIds), ...wrote])],
    groups: new Set(standing.flatMap(({ groups }) => groups)),
    ...(await onDesk(db, sessionId, choice)),
  };
}

export async function documentsOf(db: Db, sessionId: string): Promise<Document[]> {
  const documents = await db.document.findMany({ where: { sessionId }, orderBy: { id: "asc" }, select: { id: true, kind: true } });
  // The column holds a DocumentKind and nothing else: only the desk makes documents.
  return documents.map(({ id, kind }) => ({ id, kind: kind as DocumentKind }));
}

async function standingIn(live: House["live"], document: Document, wish: Wish): Promise<Standing> {
  const authors = await live.authorsOf(document.id);
  const taken = await live.read(document.id, (doc) => takenFrom(doc, wish, (client) => authors.get(client)));
  if (document.kind !== "questions" || taken.length === 0) return { document, taken, groups: [] };
  const gone = new Set(taken.map(({ id }) => id));
  const { grouped } = await live.read(document.id, readQuestions);
  return { document, taken, groups: grouped.filter(({ questionId }) => gone.has(questionId)).map(({ groupId }) => groupId) };
}

/** Everywhere they ever wrote, and wherever scribes write for people: what was taken out again is still in the log. */
async function wroteIn(db: Db, documents: readonly Document[], memberId: string): Promise<string[]> {
  const ids = documents.map(({ id }) => id);
  const penned = documents.filter(({ kind }) => kind === "talk" || kind === "questions").map(({ id }) => id);
  const [own, scribed] = await Promise.all([
    db.documentClient.findMany({ where: { memberId, documentId: { in: ids } }, distinct: ["documentId"], select: { documentId: true } }),
    db.documentUpdate.findMany({ where: { documentId: { in: penned } }, distinct: ["documentId"], select: { documentId: true } }),
  ]);
  return [...own, ...scribed].map(({ documentId }) => documentId);
}

async function onDesk(db: Db, sessionId: string, { memberId, records, privateNotes, worries }: Choice): Promise<Pick<Found, "privateNotes" | "deskNote" | "worries">> {
  const notes = privateNotes ? await db.privateNote.findMany({ where: { sessionId, memberId }, select: { text: true } }) : [];
  const member = await db.member.findFirst({ where: { id: memberId, sessionId }, select: { facilitatorId: true } });
  const desk = records === null && member?.facilitatorId ? await db.deskNote.findFirst({ where: { sessionId, facilitatorId: member.facilitatorId }, select: { text: true } }) : null;
  const told = await db.concern.findMany({ where: { sessionId, memberId, id: { in: [...worries] } }, select: { id: true, words: true } });
  return { privateNotes: notes.map(({ text }) => text), deskNote: desk?.text ?? "", worries: told };
}

/** How much of each kind it is. What they had taken out themselves before does not count. */
export function countsOf({ pieces, privateNotes, deskNote, worries }: Found): Counts {
  const told = pieces.filter(({ isWhole, words }) => isWhole || words.length > 0).map(({ kind }) => kind);
  const onTheDesk: WordKind[] = [...privateNotes.map(() => "privateNotes" as const), ...(deskNote ? ["deskNotes" as const] : []), ...worries.map(() => "worries" as const)];
  return countKinds([...told, ...onTheDesk]);
}
