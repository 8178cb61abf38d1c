/** Reads a form about the talk and has it done, in the document or at the desk. */
import type { Db } from "#app/context.server.ts";
import type { Live } from "#app/live/live.doc.ts";
import { backTo } from "#app/session/back-to.ts";

import { floorActs, problemsIn, talkActs, type FloorAct, type TalkProblems } from "./acts.ts";
import { saidAnchor, type TalkAnswer } from "./answer.ts";
import { decideOnFloor } from "./floor.server.ts";
import { ownSignals, tapSignal } from "./signals.server.ts";
import { takeAct, type Seated } from "./talk.server.ts";

interface House {
  readonly db: Db;
  readonly live: Pick<Live, "write" | "deskChanged" | "unseat">;
}

/** The fields of acts.ts and `back`. Never throws for what people can do wrong. */
export async function answerTalk(house: House, member: Seated, form: FormData): Promise<TalkAnswer> {
  const asked = typedIn(form);
  const back = backTo(asked["back"], member.sessionId);
  const typed = { ...asked, back };
  const refused = (problems: TalkProblems): TalkAnswer => ({ ok: false, problems, typed });
  const floor = floorActs.safeParse(typed);
  if (floor.success) {
    const decided = await decide(house, member, floor.data);
    return decided.ok ? { ok: true, to: back, signals: await ownSignals(house.db, member) } : refused({ "": decided.problem });
  }
  const said = talkActs.safeParse(typed);
  if (!said.success) return refused(problemsIn(said.error.issues));
  const taken = await takeAct(house, member, said.data);
  return taken.ok ? { ok: true, to: `${back}#${saidAnchor(taken.id)}`, signals: [] } : refused(taken.problems);
}

function decide(house: House, member: Seated, act: FloorAct) {
  return act.act === "signal" ? tapSignal(house, member, act.kind) : decideOnFloor(house, member, act);
}

/** Text fields only: nobody sends a file here. */
function typedIn(form: FormData): Record<string, string> {
  return Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
}
