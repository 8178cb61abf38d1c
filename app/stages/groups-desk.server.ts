/** Small groups at the desk: formed, brought back with what they made, sent to work again. */
import type { AppLoadContext } from "@remix-run/node";
import * as z from "zod";

import { formSmallGroups, setMerged } from "#app/groups/groups.server.ts";
import { sizes, type GroupSize } from "#app/groups/groups.ts";
import { inTurn } from "#app/groups/in-turn.server.ts";
import { whyNotTaken } from "#app/live/not-taken.server.ts";
import { QUESTIONS_MOST } from "#app/questions/acts.ts";
import type { Carried } from "#app/questions/carry.doc.ts";
import type { Questions } from "#app/questions/questions.doc.ts";
import { groupOf } from "#app/questions/standing.ts";
import type { Decided } from "#app/session/desk.server.ts";

import { copyAlong, moveAlong, pagesOf, roomPaper, wayToGroup, wayToRoom, type Pages, type Way } from "./carrying.server.ts";

type Parts = Pick<AppLoadContext, "db" | "live">;

const form = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("formGroups"), size: z.enum(Object.keys(sizes) as [GroupSize, ...GroupSize[]]) }),
  z.object({ intent: z.enum(["mergeGroups", "separateGroups"]) }),
]);

/** Decides what a button about small groups asks for; null when it is another's. */
export async function decideOnGroups(parts: Parts, sessionId: string, posted: FormData): Promise<Decided | null> {
  const read = form.safeParse(Object.fromEntries(posted));
  if (!read.success) return null;
  const wish = read.data;
  try {
    return await inTurn(parts.db, sessionId, () => {
      if (wish.intent === "formGroups") return formGroups(parts, sessionId, wish.size);
      return wish.intent === "mergeGroups" ? mergeGroups(parts, sessionId) : separateGroups(parts, sessionId);
    });
  } catch (error) {
    return { ok: false, problem: whyNotTaken(error, "session.problem.closed") };
  }
}

/** Forms groups; anew while those at work have written nothing. What is written at that moment comes into the room: nobody could open those pages any more. */
async function formGroups(parts: Parts, sessionId: string, size: GroupSize): Promise<Decided> {
  const working = await pagesIn(parts, { sessionId, merged: false });
  if (working.some(({ made }) => made.questions.length > 0)) return { ok: false, problem: "groups.problem.begun" };
  const formed = await formSmallGroups(parts, sessionId, size);
  if (!formed.ok) return formed;
  const room = await roomPaper(parts, sessionId);
  if (room) for (const pages of await pagesOf(parts, sessionId, formed.letGo)) await moveAlong(parts.live, wayToRoom(pages, room));
  return { ok: true };
}

/** Brings the groups at work back: their questions join the room's, each with its makers and its passage, as they stand when the pages close. */
async function mergeGroups(parts: Parts, sessionId: string): Promise<Decided> {
  const working = await pagesIn(parts, { sessionId, merged: false });
  const room = await roomPaper(parts, sessionId);
  if (working.length === 0 || !room) return { ok: false, problem: "groups.problem.none" };
  const together = new Set([room, ...working].flatMap(({ made }) => made.questions.map(({ id }) => id)));
  if (together.size > QUESTIONS_MOST) return { ok: false, problem: "groups.problem.full" };
  return carryOver(parts, { sessionId, working: false, groups: working.map((pages) => ({ id: pages.groupId, way: wayToRoom(pages, room) })) });
}

/** Sends the groups that came back last to work again, with their questions as they are worded now; those that made questions, not once any were aired. */
async function separateGroups(parts: Parts, sessionId: string): Promise<Decided> {
  const back = await lastBack(parts, sessionId);
  const room = await roomPaper(parts, sessionId);
  if (back.length === 0 || !room) return { ok: false, problem: "groups.problem.none" };
  const groupIds = back.map(({ groupId }) => groupId);
  const haveAsked = room.made.questions.some(({ fromGroup }) => groupIds.includes(fromGroup));
  if (haveAsked && await wereAired(parts, sessionId, room.made, groupIds)) return { ok: false, problem: "groups.problem.aired" };
  return carryOver(parts, { sessionId, working: true, groups: back.map((pages) => ({ id: pages.groupId, way: wayToGroup(pages, room) })) });
}

interface CarriedOver {
  readonly sessionId: string;
  /** Whether the groups are at work afterwards. */
  readonly working: boolean;
  readonly groups: readonly { readonly id: string; readonly way: Way }[];
}

/** Their questions are where people look before the pages change over, and nowhere else afterwards. */
async function carryOver(parts: Parts, { sessionId, working, groups }: CarriedOver): Promise<Decided> {
  const copied = new Map<string, Carried>();
  for (const { id, way } of groups) copied.set(id, await copyAlong(parts.live, way));
  const decided = await setMerged(parts, sessionId, { groupIds: groups.map(({ id }) => id), merged: !working });
  if (!decided.ok) return decided;
  for (const { id, way } of groups) await moveAlong(parts.live, way, copied.get(id));
  return decided;
}

/** Whether the group has gone on to airing, or put any of these questions with another, or chosen one. */
async function wereAired({ db }: Parts, sessionId: string, made: Questions, groupIds: readonly string[]): Promise<boolean> {
  const session = await db.session.findUniqueOrThrow({ where: { id: sessionId }, select: { currentStageId: true, chosenQuestion: true, airedQuestion: true, stages: { orderBy: [{ position: "asc" }, { id: "asc" }] }, rounds: { where: { about: "questions" }, select: { id: true } } } });
  const at = session.stages.findIndex(({ id }) => id === session.currentStageId);
  const isPast = session.stages.slice(0, at + 1).some(({ activity }) => activity === "airing" || activity === "choosing");
  const isGrouped = made.questions.some(({ id, fromGroup }) => groupIds.includes(fromGroup) && groupOf(made, id) !== null);
  return isPast || isGrouped || session.chosenQuestion !== null || session.airedQuestion !== null || session.rounds.length > 0;
}

/** The groups that came back at the same time as the last of them. */
async function lastBack(parts: Parts, sessionId: string): Promise<Pages[]> {
  const last = await parts.db.smallGroup.findFirst({ where: { sessionId, mergedAt: { not: null } }, orderBy: { mergedAt: "desc" } });
  return last?.mergedAt ? pagesIn(parts, { sessionId, merged: last.mergedAt }) : [];
}

/** The pages of groups at work (false), or of those that came back at that moment. */
async function pagesIn(parts: Parts, { sessionId, merged }: { readonly sessionId: string; readonly merged: false | Date }): Promise<Pages[]> {
  const groups = await parts.db.smallGroup.findMany({ where: { sessionId, mergedAt: merged || null }, orderBy: { number: "asc" } });
  return pagesOf(parts, sessionId, groups.map(({ id }) => id));
}
