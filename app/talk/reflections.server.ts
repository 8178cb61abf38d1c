/** What pages without JavaScript write about the talk itself: the same records, through the same log as everybody's. */
import type { Db } from "#app/context.server.ts";
import type { WordKey } from "#app/language/words.ts";
import type { Live } from "#app/live/live.doc.ts";
import { whyNotTaken } from "#app/live/not-taken.server.ts";
import { backTo } from "#app/session/back-to.ts";

import { reflect } from "./reflect.doc.ts";
import { problemIn, reflectionActs, type ReflectionAct, type RefusedReflectionAnswer } from "./reflections.ts";
import { whyNotFor, type Seated } from "./talk.server.ts";

interface House {
  readonly db: Db;
  readonly live: Pick<Live, "write">;
}

/** Where to go when it was kept. */
export type ReflectionAnswer = { readonly ok: true; readonly to: string } | ({ readonly ok: false } & RefusedReflectionAnswer);

/** The fields of reflections.ts and `back`. Never throws for what people can do wrong. */
export async function answerReflection(house: House, member: Seated, form: FormData): Promise<ReflectionAnswer> {
  const typed = Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
  const read = reflectionActs.safeParse(typed);
  const problem = read.success ? await takeReflection(house, member, read.data) : problemIn(read.error.issues);
  return problem ? { ok: false, problem, typed } : { ok: true, to: backTo(typed["back"], member.sessionId) };
}

/** Does what a checked form says, on behalf of the member; resolves when it is on disk. Answers a problem as a word key, or null. */
export async function takeReflection({ db, live }: House, member: Seated, act: ReflectionAct): Promise<WordKey | null> {
  const { id: by, sessionId } = member;
  const document = await db.document.findFirst({ where: { sessionId, kind: "talk", session: { state: "open" } }, select: { id: true } });
  if (!document) return "reflections.closed";
  const isStageGone = act.act === "barrier" && (await db.stage.count({ where: { id: act.stage, sessionId } })) === 0;
  if (isStageGone) return "session.problem.stageGone";
  const problem = "for" in act ? await whyNotFor(db, member, act.for ?? "") : null;
  if (problem) return problem;
  let isDone = false;
  try {
    // What the person takes back of a scribe's writing is not theirs in the document, so Ymholi itself does it for them.
    const writer = act.act === "withdraw" ? null : by;
    await live.write(document.id, writer, (doc) => { isDone = reflect(doc, act, { by, isDesk: true }); });
  } catch (error) {
    return whyNotTaken(error, "reflections.closed");
  }
  return isDone ? null : "reflections.gone";
}
