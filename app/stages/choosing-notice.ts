/** The noticeboard's part about questions: which is being aired, how the vote stands, which was chosen. */
import * as z from "zod/mini";

import { choiceOutcomeSchema } from "#app/questions/choice.ts";
import { candidatesSchema } from "#app/voting/round.ts";

const choiceRoundSchema = z.object({
  id: z.string(),
  number: z.number(),
  state: z.enum(["open", "closed"]),
  /** The frozen wordings. */
  candidates: candidatesSchema,
  /** Ballots cast so far, a bare count; and how many may. */
  cast: z.number(),
  roll: z.number(),
  outcome: z.nullable(choiceOutcomeSchema),
});
export type ChoiceRoundNotice = z.infer<typeof choiceRoundSchema>;

export const choosingNoticeSchema = z.object({
  /** The question or group that its makers explain now; null when none is. */
  aired: z.nullable(z.string()),
  /** The question, or group that counts as one, and how it was chosen: said openly. */
  chosen: z.nullable(z.object({ id: z.string(), how: z.enum(["vote", "facilitator"]) })),
  /** The latest secret round about questions; null when there was none, or its outcome was taken back. */
  round: z.nullable(choiceRoundSchema),
});
export type ChoosingNotice = z.infer<typeof choosingNoticeSchema>;
