/** The noticeboard as a projection of the desk: read from the database, never written by a client. */
import type { Db } from "#app/context.server.ts";
import { groupsNotice } from "#app/groups/groups.server.ts";
import { readBilingual } from "#app/language/bilingual.ts";
import { readClock } from "#app/session/clock.ts";
import { isDoorOpen } from "#app/session/code.ts";
import { rulesNoticeOf } from "#app/rules/assents.server.ts";
import { hiddenIn } from "#app/safeguarding/subject.server.ts";
import { seatedBy } from "#app/session/people.server.ts";
import { talkNoticeOf } from "#app/talk/notice.server.ts";
import { placesOf } from "#app/voting/moved.ts";
import { readOutcome } from "#app/voting/outcome.ts";
import { candidatesSchema, withoutHidden } from "#app/voting/round.ts";
import { turnoutOf } from "#app/voting/round.server.ts";

import type { Board, RoundNotice } from "./board.ts";
import { choosingNoticeOf } from "./choosing.server.ts";
import { readSpotlight } from "./spotlight/spotlight.ts";

/** The board of a session, or null when there is none. One indexed read each of session, stages, members, latest round. */
export async function boardOf(db: Db, sessionId: string): Promise<Board | null> {
  const session = await db.session.findUnique({ where: { id: sessionId }, include: { stages: { orderBy: { position: "asc" } } } });
  if (!session) return null;
  const [seated, rules, talk, round, choosing, groups] = await Promise.all([
    seatedBy(db, sessionId),
    rulesNoticeOf(db, sessionId),
    talkNoticeOf(db, session),
    latestRound(db, sessionId),
    choosingNoticeOf(db, session),
    groupsNotice(db, sessionId),
  ]);
  return {
    sessionId,
    version: session.boardVersion,
    state: session.state,
    stages: session.stages.map(({ id, activity, name, prompt, minutes }) => ({ id, activity, minutes, name: readBilingual(name), prompt: readBilingual(prompt) })),
    stageId: session.currentStageId,
    clock: readClock(session),
    frozen: session.frozen,
    rulesAgreed: session.rulesAgreedAt !== null,
    rules,
    doorOpen: isDoorOpen(session),
    seated,
    talk,
    spotlight: readSpotlight(session.spotlight),
    round,
    choosing,
    groups,
  };
}

async function latestRound(db: Db, sessionId: string): Promise<RoundNotice | null> {
  const round = await db.round.findFirst({ where: { sessionId, about: "priorities" }, orderBy: { number: "desc" } });
  if (!round) return null;
  const turnout = await turnoutOf(db, round.id);
  return {
    id: round.id,
    number: round.number,
    state: round.closedAt ? "closed" : "open",
    choose: round.choose,
    candidates: withoutHidden(candidatesSchema.parse(round.candidates), await hiddenIn(db, sessionId)),
    cast: turnout.cast,
    roll: turnout.roll,
    outcome: readOutcome(round.outcome),
    earlier: round.closedAt ? await earlierTo(db, round) : null,
  };
}

/** Places in the round before this one, when it published any. */
async function earlierTo(db: Db, { sessionId, number }: { readonly sessionId: string; readonly number: number }): Promise<RoundNotice["earlier"]> {
  const before = await db.round.findFirst({ where: { sessionId, about: "priorities", number: { lt: number }, closedAt: { not: null } }, orderBy: { number: "desc" }, select: { outcome: true } });
  const outcome = readOutcome(before?.outcome);
  return outcome && placesOf(outcome);
}
