/**
 * Concerns: kept at the desk, told to the facilitators and the named contact and to nobody else. What a concern is
 * about is taken out of its shared document, so that no page has it any more, and kept with the concern.
 */
import type { AppLoadContext } from "@remix-run/node";

import { removeRecord } from "#app/live/records.doc.ts";
import { everyRecord, findRecord, putBackRecord, takenRecordSchema, type TakenRecord } from "#app/live/taken.doc.ts";
import { decide, type Decided } from "#app/session/desk.server.ts";
import { Prisma, type Concern as ConcernRow, type Member } from "#prisma/client.ts";

import { HIDDEN_AT_ONCE, type Concern, type ConcernForm, type Written } from "./concern.ts";

type House = Pick<AppLoadContext, "db" | "live">;

/** Latest things written that the form offers. */
const OFFERED = 60;

/** The person named for safeguarding. Throws a Response 404 when there is no such session. */
export async function contactOf(db: House["db"], sessionId: string): Promise<{ name: string; phone: string }> {
  const session = await db.session.findUnique({ where: { id: sessionId }, select: { enquiry: { select: { safeguardingName: true, safeguardingPhone: true } } } });
  if (!session) throw new Response(null, { status: 404 });
  return { name: session.enquiry.safeguardingName, phone: session.enquiry.safeguardingPhone };
}

/** What people have written in the session, latest first, for choosing what a worry is about. */
export async function writtenIn({ db, live }: House, sessionId: string): Promise<Written[]> {
  const [documents, members] = await Promise.all([db.document.findMany({ where: { sessionId }, select: { id: true } }), db.member.findMany({ where: { sessionId }, select: { id: true, name: true } })]);
  const names = new Map(members.map(({ id, name }) => [id, name]));
  const records = await Promise.all(documents.map(async ({ id }) => (await live.read(id, everyRecord)).map((record) => ({ record, documentId: id }))));
  const latest = records.flat().filter(({ record }) => wordsOf(record) !== "").sort((a, b) => (a.record.id < b.record.id ? 1 : -1)).slice(0, OFFERED);
  return latest.map(({ record, documentId }) => ({ about: `${documentId}/${record.id}`, words: wordsOf(record), lang: textIn(record, "lang"), writer: names.get(writerOf(record)) ?? "" }));
}

/** Keeps the concern and tells the facilitators; hides what it is about. Refused in a closed session. Never throws for what people can do wrong. */
export async function raiseConcern({ db, live }: House, member: Member, { words, about }: ConcernForm): Promise<Decided> {
  const { sessionId, id: memberId, language: lang } = member;
  const subject = await subjectOf({ db, live }, sessionId, about);
  const hiding = await db.concern.count({ where: { sessionId, memberId, kept: { not: Prisma.DbNull }, shownAt: null } });
  const kept = subject && hiding < HIDDEN_AT_ONCE ? subject.record : undefined;
  const decided = await decide({ db, live }, sessionId, async (tx) => {
    const data = { sessionId, memberId, words, lang, documentId: subject?.documentId ?? null, recordId: subject?.record.id ?? null, about: subject ? wordsOf(subject.record) : "" };
    await tx.concern.create({ data: { ...data, ...(kept ? { kept } : {}) } });
    return { ok: true };
  });
  // First it is kept, then it is hidden: broken off between, it is shown once more and nothing is lost.
  if (decided.ok && subject && kept) await live.write(subject.documentId, null, (doc) => removeRecord(doc, kept.root, kept.id));
  return decided;
}

interface Subject {
  readonly documentId: string;
  readonly record: TakenRecord;
}

/** What "document/record" means in this session; null for nothing, and for what is not there any more. */
async function subjectOf({ db, live }: House, sessionId: string, about: string): Promise<Subject | null> {
  const [documentId = "", recordId = ""] = about.split("/");
  const document = documentId && (await db.document.findFirst({ where: { id: documentId, sessionId }, select: { id: true } }));
  const record = document ? await live.read(documentId, findRecord(recordId)) : null;
  return record && { documentId, record };
}

/** All concerns of a session, those not yet seen to first, then latest first. Only for facilitators of its team and the named contact. */
export async function concernsOf({ db, live }: House, sessionId: string): Promise<Concern[]> {
  const [concerns, members] = await Promise.all([db.concern.findMany({ where: { sessionId }, orderBy: { at: "desc" } }), db.member.findMany({ where: { sessionId }, select: { id: true, name: true } })]);
  const names = new Map(members.map(({ id, name }) => [id, name]));
  const told = await Promise.all(concerns.map((concern) => tell(concern, names, live)));
  return [...told.filter(({ seenBy }) => seenBy === null), ...told.filter(({ seenBy }) => seenBy !== null)];
}

async function tell(concern: ConcernRow, names: ReadonlyMap<string, string>, live: House["live"]): Promise<Concern> {
  const { id, memberId, words, lang, at, seenBy, documentId, recordId, about, kept, shownAt } = concern;
  const record = keptIn(kept) ?? (documentId && recordId ? await live.read(documentId, findRecord(recordId)) : null);
  const subject = recordId === null ? null : { words: about, writer: (record && names.get(writerOf(record))) ?? "", isHidden: kept !== null && shownAt === null };
  return { id, from: names.get(memberId) ?? "", words, lang, about: subject, at: at.toISOString(), seenBy };
}

/** Says who is seeing to it; whoever said so first stays. */
export function seeTo(house: House, sessionId: string, { id, by }: { readonly id: string; readonly by: string }): Promise<Decided> {
  return decide(house, sessionId, async (tx) => {
    await tx.concern.updateMany({ where: { id, sessionId, seenAt: null }, data: { seenAt: new Date(), seenBy: by } });
    return { ok: true };
  });
}

/** Hides what a concern is about, when that was not done at once, or once more. */
export async function hideSubject(house: House, sessionId: string, id: string): Promise<Decided> {
  const concern = await house.db.concern.findFirst({ where: { id, sessionId } });
  const subject = concern && (await subjectOf(house, sessionId, `${concern.documentId ?? ""}/${concern.recordId ?? ""}`));
  if (!subject) return { ok: false, problem: "safeguarding.problem.gone" };
  const decided = await decide(house, sessionId, async (tx) => {
    await tx.concern.update({ where: { id }, data: { kept: subject.record, shownAt: null } });
    return { ok: true };
  });
  if (decided.ok) await house.live.write(subject.documentId, null, (doc) => removeRecord(doc, subject.record.root, subject.record.id));
  return decided;
}

/** Shows again what was hidden, as its writer's own words. */
export async function showSubject(house: House, sessionId: string, id: string): Promise<Decided> {
  const concern = await house.db.concern.findFirst({ where: { id, sessionId, shownAt: null } });
  const record = concern && keptIn(concern.kept);
  if (!concern?.documentId || !record) return { ok: false, problem: "safeguarding.problem.gone" };
  const decided = await decide(house, sessionId, () => Promise.resolve({ ok: true }));
  if (!decided.ok) return decided;
  // Back in its document first: broken off between, it is shown and still listed as hidden, and can be shown again.
  await house.live.write(concern.documentId, writerOf(record) || null, (doc) => putBackRecord(doc, record));
  return decide(house, sessionId, async (tx) => {
    await tx.concern.update({ where: { id }, data: { shownAt: new Date() } });
    return { ok: true };
  });
}

function keptIn(kept: unknown): TakenRecord | null {
  const read = takenRecordSchema.safeParse(kept);
  return read.success ? read.data : null;
}

function wordsOf(record: TakenRecord): string {
  return (textIn(record, "words") || textIn(record, "text")).trim();
}

function writerOf(record: TakenRecord): string {
  return textIn(record, "by");
}

function textIn({ fields }: TakenRecord, name: string): string {
  const value = fields[name];
  return typeof value === "string" ? value : "";
}
