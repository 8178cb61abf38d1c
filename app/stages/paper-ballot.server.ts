/** A ballot cast from paper for somebody without a device: the same ballot by another road, and one person, one vote. */
import type { AppLoadContext } from "@remix-run/node";

import type { BallotAnswer } from "#app/voting/round.ts";
import { hasBallot, isOnRoll } from "#app/voting/round.server.ts";

import { boardOf } from "./board.server.ts";
import type { RoundNotice } from "./board.ts";
import { castBallotInRoom } from "./round.server.ts";

type Parts = Pick<AppLoadContext, "db" | "live" | "secrets">;

interface Whose {
  readonly sessionId: string;
  /** The person without a device. */
  readonly memberId: string;
}

export interface PaperBallot {
  readonly name: string;
  /** The open ranking; null when none is open. */
  readonly round: RoundNotice | null;
  readonly isOnRoll: boolean;
  readonly voted: boolean;
}

/** Throws a 404 Response for anybody who has a device of their own: nobody else casts their ballot. */
export async function paperBallotOf({ db, secrets }: Pick<Parts, "db" | "secrets">, whose: Whose): Promise<PaperBallot> {
  const person = await personWithout({ db }, whose);
  const board = await boardOf(db, whose.sessionId);
  const round = board?.round?.state === "open" ? board.round : null;
  if (!round) return { name: person.name, round, isOnRoll: false, voted: false };
  const entry = { roundId: round.id, memberId: whose.memberId };
  const [onRoll, voted] = await Promise.all([isOnRoll(db, entry), hasBallot(db, secrets, entry)]);
  return { name: person.name, round, isOnRoll: onRoll, voted };
}

/** Casts it as the person's own; a later one takes its place. Throws a 404 Response as paperBallotOf does. */
export async function castFromPaper(parts: Parts, whose: Whose, form: FormData): Promise<BallotAnswer> {
  await personWithout(parts, whose);
  return castBallotInRoom(parts, { ...whose, form });
}

async function personWithout({ db }: Pick<Parts, "db">, { sessionId, memberId }: Whose): Promise<{ readonly name: string }> {
  const person = await db.member.findFirst({ where: { id: memberId, sessionId, withoutDevice: true, removedAt: null }, select: { name: true } });
  if (!person) throw new Response(null, { status: 404 });
  return person;
}
