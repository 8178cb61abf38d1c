import * as z from "zod/mini";

/** The rules' part of the noticeboard: how many people say that they agree to them, facilitators too. Never who. */
export const rulesNoticeSchema = z.object({ assents: z.number() });
export type RulesNotice = z.infer<typeof rulesNoticeSchema>;
