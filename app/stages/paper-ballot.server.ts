/** A ballot cast from paper for somebody without a device: the same ballot by another road, and one person, one vote. */
import type { AppLoadContext } from "@remix-run/node";

import type { AskedRound, BallotAnswer } from "#app/voting/round.ts";

import { boardOf } from "./board.server.ts";
import type { PaperBallot, PaperRound } from "./paper-ballot.ts";
import { ballotOf } from "./room.server.ts";
import { castBallotInRoom } from "./round.server.ts";

type Parts = Pick<AppLoadContext, "db" | "live" | "secrets">;

interface Whose {
  readonly sessionId: string;
  /** The person without a device. */
  readonly memberId: string;
}

/** Throws a 404 Response for anybody who has a device of their own: nobody else casts their ballot. */
export async function paperBallotOf({ db, secrets }: Pick<Parts, "db" | "secrets">, whose: Whose): Promise<PaperBallot> {
  const { name } = await personWithout({ db }, whose);
  const board = await boardOf(db, whose.sessionId);
  const [ranked, asked] = [board?.round, board?.choosing.round];
  const onPaper = async (round: AskedRound): Promise<PaperRound> => ({ round, ...(await ballotOf({ db, secrets }, { round, memberId: whose.memberId })) });
  return {
    name,
    ranking: ranked?.state === "open" ? await onPaper(ranked) : null,
    choice: asked?.state === "open" ? await onPaper({ ...asked, choose: 1 }) : null,
  };
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
