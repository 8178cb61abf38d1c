/** What a session can be made from: stages with their prompts and minutes, all editable afterwards. */
import * as z from "zod/mini";

import { bilingualSchema } from "#app/language/bilingual.ts";
import type { Language } from "#app/language/languages.ts";

export type Words = Readonly<Record<Language, string>>;

/** A stage as a facilitator's own template keeps it. */
export const stageTemplateSchema = z.object({
  /** Key of app/stages/activities.ts, which is a floor above; one that is not known there runs as a prompt. */
  activity: z.string(),
  name: bilingualSchema,
  /** What the group reads on the screen. */
  prompt: bilingualSchema,
  minutes: z.number(),
});
export type StageTemplate = z.infer<typeof stageTemplateSchema>;

/** A template of ours says everything in both languages. */
export interface OurStage extends StageTemplate {
  readonly name: Words;
  readonly prompt: Words;
}

export interface Template {
  readonly key: string;
  readonly name: Words;
  /** When to choose it, in a sentence. */
  readonly about: Words;
  readonly stages: readonly OurStage[];
}

/** Name and prompt of a stage. */
type Spoken = readonly [name: string, prompt: string];

/** One stage in a line: activity and minutes, then name and prompt in English and in Welsh. */
export function stage(activity: string, minutes: number, en: Spoken, cy: Spoken): OurStage {
  return { activity, minutes, name: { en: en[0], cy: cy[0] }, prompt: { en: en[1], cy: cy[1] } };
}

export function minutesOf(stages: readonly Pick<StageTemplate, "minutes">[]): number {
  return stages.reduce((sum, { minutes }) => sum + minutes, 0);
}
