import * as z from "zod";

/** The buttons about the rules: each person's own, and those of a facilitator for the group. */
export const rulesForm = z.object({ intent: z.enum(["agree", "withdraw", "agreeRules", "openRules"]) });
export type RulesIntent = z.infer<typeof rulesForm>["intent"];
