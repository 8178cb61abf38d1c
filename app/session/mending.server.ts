/** What a facilitator can mend: what waits for their word, what was set aside, and what one person changed. */
import type { AppLoadContext } from "@remix-run/node";

import type { Db } from "#app/context.server.ts";
import { readBilingual } from "#app/language/bilingual.ts";
import { dayInWords, timeInWords } from "#app/language/dates.server.ts";
import type { Language } from "#app/language/languages.ts";
import { differenceBetween, isSame } from "#app/live/difference.ts";
import { undoingsIn, type Mend } from "#app/live/mend.ts";
import { saidIn } from "#app/live/said.doc.ts";
import { NEARLY_FULL_BYTES } from "#app/live/size.ts";
import type { Session } from "#prisma/client.ts";

import type { HeldDeletion, MendedDocument, PersonsChanges, StandingUndoing, Troubles } from "./mending.ts";
import { peopleOf } from "./people.server.ts";

type House = Pick<AppLoadContext, "db" | "live">;

/** Everything at the desk that waits for somebody to look at it. */
export async function troublesOf(house: House & Pick<AppLoadContext, "isDiskFull">, sessionId: string): Promise<Troubles> {
  const [held, aside, nearlyFull] = await Promise.all([heldIn(house, sessionId), asideIn(house.db, sessionId), nearlyFullIn(house.db, sessionId)]);
  return { held, aside, nearlyFull, isDiskFull: house.isDiskFull() };
}

/** Deletions that wait, oldest first, with the words they would take. */
async function heldIn({ db, live }: House, sessionId: string): Promise<HeldDeletion[]> {
  const waiting = await db.heldDeletion.findMany({ where: { document: { sessionId } }, orderBy: { at: "asc" }, select: { documentId: true, memberId: true } });
  if (waiting.length === 0) return [];
  const [documents, people] = await Promise.all([documentsOf(db, sessionId), peopleOf(db, sessionId)]);
  const found: HeldDeletion[] = [];
  for (const { documentId, memberId } of waiting) {
    const document = documents.find(({ id }) => id === documentId);
    const seen = await live.preview(documentId, { act: "letHappen", of: memberId }, saidIn);
    if (document && seen) found.push({ document, memberId, name: nameIn(people, memberId), difference: differenceBetween(seen.before, seen.after) });
  }
  return found;
}

/** How many rows of each document could not be read and were set aside, and no facilitator has put the message away. */
async function asideIn(db: Db, sessionId: string): Promise<Troubles["aside"]> {
  const where = { document: { sessionId }, quarantinedAt: { not: null }, quarantineToldAt: null };
  const counts = await db.documentUpdate.groupBy({ by: ["documentId"], where, _count: true });
  if (counts.length === 0) return [];
  const documents = await documentsOf(db, sessionId);
  return counts.flatMap(({ documentId, _count: count }) => documents.filter(({ id }) => id === documentId).map((document) => ({ document, count })));
}

/** As they were last written down whole, which the hub does every few hundred rows. */
async function nearlyFullIn(db: Db, sessionId: string): Promise<MendedDocument[]> {
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Document" WHERE "sessionId" = ${sessionId}
    AND EXISTS (SELECT 1 FROM "DocumentSnapshot" WHERE "documentId" = id AND octet_length(bytes) > ${NEARLY_FULL_BYTES})`;
  if (found.length === 0) return [];
  const ids = new Set(found.map(({ id }) => id));
  return (await documentsOf(db, sessionId)).filter(({ id }) => ids.has(id));
}

/** What one member changed, document by document, and what it would read without; documents in which nothing would change are left out. */
export async function changesOf({ db, live }: House, { sessionId, memberId }: { sessionId: string; memberId: string }): Promise<PersonsChanges[]> {
  const found: PersonsChanges[] = [];
  // One after the other: each replays a log, and others are typing meanwhile.
  for (const document of await documentsOf(db, sessionId)) {
    const mend: Mend = { act: "undo", of: memberId };
    const wrote = await db.documentUpdate.findFirst({ where: { documentId: document.id, memberId }, select: { seq: true } });
    const seen = wrote && (await live.preview(document.id, mend, saidIn));
    const difference = seen && differenceBetween(seen.before, seen.after);
    if (difference && !isSame(difference)) found.push({ document, difference });
  }
  return found;
}

/** What was undone in a session and can be put back, the latest first. */
export async function undoingsOf({ db, live }: House, sessionId: string, language: Language): Promise<StandingUndoing[]> {
  const [documents, people] = await Promise.all([documentsOf(db, sessionId), peopleOf(db, sessionId)]);
  const undone = await db.documentUpdate.findMany({ where: { document: { sessionId }, mending: { path: ["act"], equals: "undo" } }, distinct: ["documentId"], select: { documentId: true } });
  const found: (StandingUndoing & { at: Date })[] = [];
  for (const document of documents.filter(({ id }) => undone.some(({ documentId }) => documentId === id))) {
    for (const { seq, at, of, by } of undoingsIn(await live.log(document.id))) {
      found.push({ document, row: seq, at, name: nameIn(people, of), by: nameIn(people, by), when: `${timeInWords(at)}, ${dayInWords(at, language)}` });
    }
  }
  return found.sort((a, b) => b.at.getTime() - a.at.getTime());
}

/** All that the page where changes are undone shows. Somebody who is not of the session is nobody. */
export async function undoPage(house: House, session: Pick<Session, "id" | "title">, { memberId, language }: { memberId: string | null; language: Language }) {
  const seated = await peopleOf(house.db, session.id);
  const people = (["participant", "facilitator"] as const).flatMap((role) => seated.filter((person) => person.role === role).map(({ id, name }) => ({ id, name })));
  const chosen = people.find(({ id }) => id === memberId) ?? null;
  return {
    session: { id: session.id, title: readBilingual(session.title) },
    people,
    chosen,
    changes: chosen ? await changesOf(house, { sessionId: session.id, memberId: chosen.id }) : [],
    standing: await undoingsOf(house, session.id, language),
  };
}

/** The shared documents of a session: notes first, in the order in which the evidence is read, then what the room makes and says, small groups' pages last. */
async function documentsOf(db: Db, sessionId: string): Promise<MendedDocument[]> {
  const [documents, evidence, groups] = await Promise.all([
    db.document.findMany({ where: { sessionId }, select: { id: true, kind: true, subject: true }, orderBy: { id: "asc" } }),
    db.sessionEvidence.findMany({ where: { sessionId }, orderBy: { position: "asc" }, select: { version: { select: { itemId: true, title: true, language: true } } } }),
    db.smallGroup.findMany({ where: { sessionId }, orderBy: { number: "asc" }, select: { id: true, number: true } }),
  ]);
  const about = (subject: string) => documents.filter((document) => document.subject === subject);
  const notes = evidence.flatMap(({ version }) => about(version.itemId).map(({ id }) => ({ id, kind: "notes" as const, title: version.title, lang: version.language })));
  const shared = (["rules", "questions", "talk", "principles", "priorities"] as const).flatMap((kind) => about("").filter((document) => document.kind === kind).map(({ id }) => ({ id, kind, title: "", lang: "" })));
  const ofGroups = groups.flatMap(({ id: groupId, number }) => about(groupId).map(({ id }) => ({ id, kind: "questions" as const, title: String(number), lang: "" })));
  return [...notes, ...shared, ...ofGroups];
}

function nameIn(people: readonly { readonly id: string; readonly name: string }[], memberId: string): string {
  return people.find(({ id }) => id === memberId)?.name ?? "";
}
