/** The talk's section of the noticeboard. */
import * as z from "zod/mini";

import { floorSchema } from "./floor.ts";
import { moveSchema } from "./moves.ts";
import { signalCountsSchema, signalsSinceSchema } from "./signals.ts";

export const talkNoticeSchema = z.object({
  floor: floorSchema,
  signals: signalCountsSchema,
  signalsSince: signalsSinceSchema,
  /** The facilitator's move that is up; null when none is. */
  move: z.nullable(moveSchema),
});
export type TalkNotice = z.infer<typeof talkNoticeSchema>;
