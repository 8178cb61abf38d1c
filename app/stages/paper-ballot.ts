import type { AskedRound } from "#app/voting/round.ts";

import type { BallotStanding } from "./room.ts";

/** An open round, and where the person stands with it. */
export interface PaperRound extends BallotStanding {
  readonly round: AskedRound;
}

/** What can be cast from paper now for one person without a device. */
export interface PaperBallot {
  readonly name: string;
  readonly ranking: PaperRound | null;
  /** The secret choice of a question. */
  readonly choice: PaperRound | null;
}
