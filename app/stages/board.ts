/** The noticeboard of one session: what the desk decided and every page must show at once. Last state wins. */
import * as z from "zod/mini";

import { groupsNoticeSchema } from "#app/groups/groups.ts";
import { bilingualSchema } from "#app/language/bilingual.ts";
import { rulesNoticeSchema } from "#app/rules/assents.ts";
import { talkNoticeSchema } from "#app/talk/notice.ts";
import { earlierSchema } from "#app/voting/moved.ts";
import { outcomeSchema } from "#app/voting/outcome.ts";
import { candidatesSchema } from "#app/voting/round.ts";

import { choosingNoticeSchema } from "./choosing-notice.ts";
import { spotlightSchema } from "./spotlight/spotlight.ts";

export const stageNoticeSchema = z.object({
  id: z.string(),
  /** Key of app/stages/activities.ts. */
  activity: z.string(),
  name: bilingualSchema,
  prompt: bilingualSchema,
  minutes: z.number(),
});
export type StageNotice = z.infer<typeof stageNoticeSchema>;

/** As app/session/clock.ts has it. Times are server time, milliseconds since 1970. */
const clockSchema = z.discriminatedUnion("state", [
  z.object({ state: z.literal("stopped"), leftMs: z.number() }),
  z.object({ state: z.literal("running"), endsAt: z.number() }),
]);

export const roundNoticeSchema = z.object({
  id: z.string(),
  number: z.number(),
  state: z.enum(["open", "closed"]),
  /** How many each person chooses and orders. */
  choose: z.number(),
  candidates: candidatesSchema,
  /** Ballots cast so far, a bare count; and how many may. */
  cast: z.number(),
  roll: z.number(),
  outcome: z.nullable(outcomeSchema),
  /** Places in the round before, once this one is closed: what moved is worked out from them. Null when there are none to compare with. */
  earlier: z.nullable(earlierSchema),
});
export type RoundNotice = z.infer<typeof roundNoticeSchema>;

export const boardSchema = z.object({
  sessionId: z.string(),
  /** `Session.boardVersion`: grows with every decision. */
  version: z.number(),
  state: z.enum(["preparing", "open", "closed"]),
  stages: z.array(stageNoticeSchema),
  stageId: z.nullable(z.string()),
  clock: clockSchema,
  /** Principles and priorities may not be reworded. */
  frozen: z.boolean(),
  /** The group has agreed its ground rules; they may not be reworded until they are opened again. */
  rulesAgreed: z.boolean(),
  rules: rulesNoticeSchema,
  /** True while people may join. */
  doorOpen: z.boolean(),
  /** Members in the room by perspective: those who were removed or have left, and facilitators, are not counted. */
  seated: z.record(z.string(), z.number()),
  talk: talkNoticeSchema,
  /** What everybody is asked to look at, if anything. */
  spotlight: z.nullable(spotlightSchema),
  /** The latest round, if any. */
  round: z.nullable(roundNoticeSchema),
  choosing: choosingNoticeSchema,
  groups: groupsNoticeSchema,
});
export type Board = z.infer<typeof boardSchema>;
