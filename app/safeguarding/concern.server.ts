/**
 * Concerns: kept at the desk, told to the facilitators and the named contact and to nobody else. What a concern is
 * about is taken out of its shared document, so that no page has it any more, and kept with the concern.
 */
import type { AppLoadContext } from "@remix-run/node";

import { decide, type Decided } from "#app/session/desk.server.ts";
import { Prisma, type Concern as ConcernRow, type Member } from "#prisma/client.ts";

import { HIDDEN_AT_ONCE, type Concern, type ConcernForm } from "./concern.ts";
import { findEverywhere, keptIn, namesIn, putBack, takeOut, tellTaken } from "./subject.server.ts";

type House = Pick<AppLoadContext, "db" | "live">;

/** The person named for safeguarding. Throws a Response 404 when there is no such session. */
export async function contactOf(db: House["db"], sessionId: string): Promise<{ name: string; phone: string }> {
  const session = await db.session.findUnique({ where: { id: sessionId }, select: { enquiry: { select: { safeguardingName: true, safeguardingPhone: true } } } });
  if (!session) throw new Response(null, { status: 404 });
  return { name: session.enquiry.safeguardingName, phone: session.enquiry.safeguardingPhone };
}

interface From {
  readonly member: Pick<Member, "id" | "sessionId" | "language">;
  /** The documents this member may read: of no other can they hide anything. */
  readonly documentIds: readonly string[];
}

/** Keeps the concern and tells the facilitators; hides what it is about. Refused in a closed session. Never throws for what people can do wrong. */
export async function raiseConcern({ db, live }: House, { member, documentIds }: From, { words, about }: ConcernForm): Promise<Decided> {
  const { sessionId, id: memberId, language: lang } = member;
  const [, recordId = ""] = about.split("/");
  const found = recordId === "" ? [] : await findEverywhere({ db, live }, sessionId, recordId);
  const first = found.find(({ documentId }) => documentIds.includes(documentId));
  const subject = first ? await tellTaken(db, sessionId, found) : null;
  const hiding = await db.concern.count({ where: { sessionId, memberId, kept: { not: Prisma.DbNull }, shownAt: null } });
  const kept = subject && hiding < HIDDEN_AT_ONCE ? found : [];
  const decided = await decide({ db, live }, sessionId, async (tx) => {
    const what = subject && first ? { documentId: first.documentId, recordId, about: subject.words } : { about: "" };
    await tx.concern.create({ data: { sessionId, memberId, words, lang, ...what, ...(kept.length > 0 ? { kept } : {}) } });
    return { ok: true };
  });
  // First it is kept, then it is hidden: broken off between, it is shown once more and nothing is lost.
  if (decided.ok) await takeOut(live, kept);
  return decided;
}

/** All concerns of a session, those not yet seen to first, then latest first. Only for facilitators of its team and the named contact. */
export async function concernsOf({ db, live }: House, sessionId: string): Promise<Concern[]> {
  const [concerns, names] = await Promise.all([db.concern.findMany({ where: { sessionId }, orderBy: { at: "desc" } }), namesIn(db, sessionId)]);
  const told = await Promise.all(concerns.map((concern) => tell({ db, live }, concern, names)));
  return [...told.filter(({ seenBy }) => seenBy === null), ...told.filter(({ seenBy }) => seenBy !== null)];
}

async function tell(house: House, concern: ConcernRow, names: ReadonlyMap<string, string>): Promise<Concern> {
  const { id, sessionId, memberId, words, lang, at, seenBy, recordId, about, kept, shownAt } = concern;
  const taken = keptIn(concern);
  const subject = recordId === null ? null : await tellTaken(house.db, sessionId, taken.length > 0 ? taken : await findEverywhere(house, sessionId, recordId));
  const told = recordId === null ? null : { words: about, writer: (subject && names.get(subject.by)) ?? "", isHidden: kept !== null && shownAt === null };
  return { id, from: names.get(memberId) ?? "", words, lang, about: told, at: at.toISOString(), seenBy };
}

/** Takes back that somebody is seeing to it: pressed by a slip, it would keep everybody else from doing so. */
export function leaveToOthers(house: House, sessionId: string, id: string): Promise<Decided> {
  return decide(house, sessionId, async (tx) => {
    await tx.concern.updateMany({ where: { id, sessionId }, data: { seenAt: null, seenBy: null } });
    return { ok: true };
  });
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
  const kept = concern?.recordId ? await findEverywhere(house, sessionId, concern.recordId) : [];
  if (kept.length === 0) return { ok: false, problem: "safeguarding.problem.gone" };
  const decided = await decide(house, sessionId, async (tx) => {
    await tx.concern.update({ where: { id }, data: { kept, shownAt: null } });
    return { ok: true };
  });
  if (decided.ok) await takeOut(house.live, kept);
  return decided;
}

/** Shows again what was hidden, as its writer's own words. */
export async function showSubject(house: House, sessionId: string, id: string): Promise<Decided> {
  const concern = await house.db.concern.findFirst({ where: { id, sessionId, shownAt: null } });
  const kept = concern ? keptIn(concern) : [];
  if (kept.length === 0) return { ok: false, problem: "safeguarding.problem.gone" };
  const decided = await decide(house, sessionId, () => Promise.resolve({ ok: true }));
  if (!decided.ok) return decided;
  // Back in its documents first: broken off between, it is shown and still listed as hidden, and can be shown again.
  await putBack(house.live, kept);
  return decide(house, sessionId, async (tx) => {
    await tx.concern.update({ where: { id }, data: { shownAt: new Date() } });
    return { ok: true };
  });
}
