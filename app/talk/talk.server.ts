/** What pages without JavaScript do to what is said, and what only the desk can do: the same records, through the same log as everybody's. */
import type { Db } from "#app/context.server.ts";
import type { WordKey } from "#app/language/words.ts";
import type { Live } from "#app/live/live.doc.ts";
import { whyNotTaken } from "#app/live/not-taken.server.ts";
import type { Member } from "#prisma/client.ts";

import type { SayForm, TalkAct, TalkProblems } from "./acts.ts";
import { perform, type TalkOutcome } from "./perform.doc.ts";

interface House {
  readonly db: Db;
  readonly live: Pick<Live, "write">;
}

export type Seated = Pick<Member, "id" | "sessionId" | "role" | "scribe">;

/** May this member write, raise a hand and pass for people without a device? */
export function mayWriteForOthers({ role, scribe }: Pick<Member, "role" | "scribe">): boolean {
  return scribe || role === "facilitator";
}

/** Where it is now, or what is wrong with it by field. */
export type Taken = { readonly ok: true; readonly id: string } | { readonly ok: false; readonly problems: TalkProblems };

const refused = (problems: TalkProblems): Taken => ({ ok: false, problems });

/** Does what a checked form says, on behalf of the member; resolves when it is on disk. */
export async function takeAct({ db, live }: House, member: Seated, act: TalkAct): Promise<Taken> {
  const document = await db.document.findFirst({ where: { sessionId: member.sessionId, kind: "talk", session: { state: "open" } }, select: { id: true } });
  if (!document) return refused({ "": "talk.problem.closed" });
  const problems = act.act === "say" ? await problemsOf(db, member, act) : null;
  if (problems) return refused(problems);
  let outcome: TalkOutcome = { came: "gone" };
  try {
    // What the person takes back of a scribe's writing is not theirs in the document, so Ymholi itself does it for them.
    const writer = act.act === "withdraw" ? null : member.id;
    await live.write(document.id, writer, (doc) => { outcome = perform(doc, act, { by: member.id, isDesk: true }); });
  } catch (error) {
    return refused({ "": whyNotTaken(error, "talk.problem.closed") });
  }
  return outcomeOf(outcome);
}

function outcomeOf(outcome: TalkOutcome): Taken {
  return outcome.came === "gone" ? refused({ "": "talk.problem.gone" }) : { ok: true, id: outcome.id };
}

/** What only the desk can know to be wrong with a contribution; null when nothing is. */
async function problemsOf(db: Db, member: Seated, { stage, for: forMember }: SayForm): Promise<TalkProblems | null> {
  if ((await db.stage.count({ where: { id: stage, sessionId: member.sessionId } })) === 0) return { "": "talk.problem.gone" };
  const problem = await whyNotFor(db, member, forMember);
  return problem && { for: problem };
}

/** Why this member may not write for that one; null when they may, and for themself ("" too). */
export async function whyNotFor(db: Db, member: Seated, forMember: string): Promise<WordKey | null> {
  if (forMember === "" || forMember === member.id) return null;
  if (!mayWriteForOthers(member)) return "talk.problem.notScribe";
  const person = await db.member.count({ where: { id: forMember, sessionId: member.sessionId, role: "participant", removedAt: null } });
  return person === 1 ? null : "talk.problem.personGone";
}
