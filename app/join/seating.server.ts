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
    const said = { name, perspective, language, consentVersion: CONSENT_VERSION, consentAt: new Date() };
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

/** Seats the same member in another browser. */
export function comeBack({ db, origin }: House, back: Return): Promise<string> {
  return seatMember(db, { ...back, origin });
}

/** Gives up this browser's seat. Sockets are closed when it was the member's last. Answers the Set-Cookie value. */
export async function leave({ db, live, origin }: House, sessionId: string, cookies: string | null): Promise<string> {
  const { setCookie, memberIds } = await leaveSeat(db, { sessionId, cookies, origin });
  await hangUp({ db, live }, memberIds);
  return setCookie;
}

/** Closes the sockets of those who sit nowhere any more. */
export async function hangUp({ db, live }: Desk, memberIds: readonly string[]): Promise<void> {
  for (const memberId of memberIds) {
    if ((await db.seat.count({ where: { memberId, ...liveSeat() } })) === 0) live.unseat(memberId);
  }
}
