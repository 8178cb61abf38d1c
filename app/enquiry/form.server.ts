/** The forms about an enquiry and its team. */
import * as z from "zod";

import { languages } from "#app/language/languages.ts";
import type { WordKey } from "#app/language/words.ts";

const key = (word: WordKey) => word;

/** Words in both languages, of which at least one is there. */
function words(max: number, missing: WordKey) {
  const one = z.string().trim().max(max).optional();
  return z.object({ en: one, cy: one }).check(({ value, issues }) => {
    if (!value.en && !value.cy) issues.push({ code: "custom", message: missing, input: value, path: [] });
  });
}

export const enquiryForm = z.object({
  title: words(150, key("enquiry.title.missing")),
  question: words(300, key("enquiry.question.missing")),
  purpose: words(1_500, key("enquiry.purpose.missing")),
  place: z.string().trim().max(120).default(""),
  languages: z.array(z.enum(languages)).min(1, key("enquiry.languages.missing")),
  safeguardingName: z.string().trim().max(120).default(""),
  safeguardingPhone: z.string().trim().regex(/^[+\d][\d\s()-]*$/, key("enquiry.safeguarding.phoneWrong")).max(30).or(z.literal("")).default(""),
});
export type EnquiryForm = z.output<typeof enquiryForm>;

const facilitatorId = z.string().min(1);
const email = z.string(key("enquiry.team.emailMissing")).trim().toLowerCase().max(254).pipe(z.email(key("enquiry.team.emailWrong")));

/** Told apart by `intent`. */
export const teamForm = z.discriminatedUnion("intent", [z.object({ intent: z.literal("add"), email }), z.object({ intent: z.literal("remove"), facilitatorId })]);
export type TeamForm = z.output<typeof teamForm>;
