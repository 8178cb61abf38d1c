/** Sitting down, coming back and leaving. */
import { hashOfToken } from "#app/host/token.server.ts";
import { decide, type Decided, type Desk } from "#app/session/desk.server.ts";
import { isDoorOpen } from "#app/session/code.ts";
import { leaveSeat, liveSeat, seatMember } from "#app/session/seat.server.ts";

import type { Answers } from "./answers.server.ts";
import { CONSENT_VERSION } from "./consent.ts";

interface House extends Desk {
  /** Decides whether the seat's cookie is for https only. */
  readonly origin: string;
}

/** Everything that was asked. */
export type WholeAnswers = Required<Answers>;

/** The answers when none is missing, else null. */
export function wholeAnswers({ name, perspective, language, ...rest }: Answers): WholeAnswers | null {
  return name && perspective && language ? { ...rest, name, perspective, language } : null;
}

/** Seated, with the cookie to send; or null when the code stopped being right on the way. */
export type Seated = { readonly sessionId: string; readonly setCookie: string } | null;

/** Seats somebody who has agreed. The code is looked at once more, under the session's lock: the door may have closed meanwhile. */
export async function sitDown(house: House, answers: WholeAnswers, cookies: string | null): Promise<Seated> {
  const session = await house.db.session.findUnique({ where: { code: answers.code }, select: { id: true } });
  if (!session) return null;
  const decided = await makeMember(house, session.id, answers);
  if (!decided.ok) return null;
  return { sessionId: session.id, setCookie: await seatMember(house.db, { memberId: answers.memberId, cookies, origin: house.origin }) };
}

function makeMember(house: House, sessionId: string, { code, memberId: id, returnCode, name, perspective, language }: WholeAnswers): Promise<Decided> {
  return decide(house, sessionId, async (tx, session) => {
    if (session.code !== code || !isDoorOpen(session)) return { ok: false, problem: "join.problem.code" };
    const said = { name, perspective, language, consentVersion: CONSENT_VERSION, consentAt: new Date(), leftAt: null };
    await tx.member.upsert({ where: { id }, create: { id, sessionId, ...said, returnCodeHash: hashOfToken(returnCode) }, update: said });
    return { ok: true };
  });
}

interface Return {
  readonly memberId: string;
  readonly cookies: string | null;
  /** Other people use the device too. */
  readonly sharedDevice?: boolean;
}

/** Seats the same member in another browser. Whoever had left is in the room again. */
export async function comeBack(house: House, back: Return): Promise<string> {
  const setCookie = await seatMember(house.db, { ...back, origin: house.origin });
  const gone = await house.db.member.findFirst({ where: { id: back.memberId, leftAt: { not: null } }, select: { id: true, sessionId: true } });
  // In a session that has closed nobody is counted any more: they come back to read.
  if (gone) await changeMember(house, gone, { leftAt: null });
  return setCookie;
}

/** Gives up this browser's seat. When it was the member's last, they have left: sockets are closed, and they are called and counted no more. Answers the Set-Cookie value. */
export async function leave({ db, live, origin }: House, sessionId: string, cookies: string | null): Promise<string> {
  const { setCookie, memberIds } = await leaveSeat(db, { sessionId, cookies, origin });
  for (const id of await unseated({ db, live }, memberIds)) await changeMember({ db, live }, { id, sessionId }, { leftAt: new Date() });
  return setCookie;
}

/** Closes the sockets of those who sit nowhere any more, and takes their hands down: nobody is called who has no page to see it on. They are in the room still. */
export async function hangUp(desk: Desk, memberIds: readonly string[]): Promise<void> {
  for (const id of await unseated(desk, memberIds)) {
    const member = await desk.db.member.findFirst({ where: { id, hands: { some: up } }, select: { id: true, sessionId: true } });
    if (member) await changeMember(desk, member, {});
  }
}

/** A hand that is up, called or not. */
const up = { kind: "queue", spokenAt: null, droppedAt: null } as const;

/** Those of these who sit nowhere any more; their sockets are closed. */
async function unseated({ db, live }: Desk, memberIds: readonly string[]): Promise<string[]> {
  const seats = await db.seat.findMany({ where: { memberId: { in: [...memberIds] }, ...liveSeat() }, select: { memberId: true } });
  const gone = memberIds.filter((id) => !seats.some(({ memberId }) => memberId === id));
  for (const id of gone) live.unseat(id);
  return gone;
}

/** Whoever goes or comes has no hand up. */
function changeMember(desk: Desk, { id, sessionId }: { readonly id: string; readonly sessionId: string }, data: { readonly leftAt?: Date | null }): Promise<Decided> {
  return decide(desk, sessionId, async (tx) => {
    await tx.hand.updateMany({ where: { memberId: id, ...up }, data: { droppedAt: new Date() } });
    await tx.member.updateMany({ where: { id, role: "participant" }, data });
    return { ok: true };
  });
}
