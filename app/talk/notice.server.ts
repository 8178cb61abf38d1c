import type { Db } from "#app/context.server.ts";
import type { Session } from "#prisma/client.ts";

import { floorOf } from "./floor.server.ts";
import { readMove } from "./moves.ts";
import type { TalkNotice } from "./notice.ts";
import { signalsIn } from "./signals.server.ts";
import { signalsTold } from "./signals.ts";

/** The talk for the noticeboard. Goes to everybody: member ids and counts, no names and nobody's signals. */
export async function talkNoticeOf(db: Db, session: Session): Promise<TalkNotice> {
  const [floor, signals] = await Promise.all([floorOf(db, session), signalsIn(db, session.id)]);
  return { floor, ...signalsTold(signals), move: readMove(session.move) };
}
