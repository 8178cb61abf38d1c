/** Agreeing to the ground rules: each person for themself, and the group as a whole when its facilitator says so. */
import type { Db } from "#app/context.server.ts";
import { decide, type Decided, type Desk } from "#app/session/desk.server.ts";
import { stillIn } from "#app/session/people.server.ts";

import type { RulesNotice } from "./assents.ts";

const done: Decided = { ok: true };

interface Person {
  readonly sessionId: string;
  readonly memberId: string;
}

export async function rulesNoticeOf(db: Db, sessionId: string): Promise<RulesNotice> {
  return { assents: await db.ruleAssent.count({ where: { sessionId, member: stillIn } }) };
}

/** True when this member has said that they agree. */
export async function hasAssented(db: Db, { sessionId, memberId }: Person): Promise<boolean> {
  return (await db.ruleAssent.count({ where: { sessionId, memberId } })) > 0;
}

/** "I agree to these rules", or that no longer. Saying it twice is saying it once. It may be said before and after the group as a whole has agreed. */
export function sayAssent(desk: Desk, { sessionId, memberId }: Person, agrees: boolean): Promise<Decided> {
  return decide(desk, sessionId, async (tx) => {
    if (agrees) await tx.ruleAssent.createMany({ data: [{ sessionId, memberId }], skipDuplicates: true });
    else await tx.ruleAssent.deleteMany({ where: { sessionId, memberId } });
    return done;
  });
}

/** The group agrees its rules: from now on they stand as they are. Agreeing again changes nothing. */
export function agreeRules(desk: Desk, sessionId: string): Promise<Decided> {
  return decide(desk, sessionId, async (tx, { rulesAgreedAt }) => {
    await tx.session.update({ where: { id: sessionId }, data: { rulesAgreedAt: rulesAgreedAt ?? new Date() } });
    return done;
  });
}

/** Opens the rules to changes again. Who had agreed is asked anew, because what they agreed to may change. */
export function openRules(desk: Desk, sessionId: string): Promise<Decided> {
  return decide(desk, sessionId, async (tx) => {
    await tx.session.update({ where: { id: sessionId }, data: { rulesAgreedAt: null } });
    await tx.ruleAssent.deleteMany({ where: { sessionId } });
    return done;
  });
}
