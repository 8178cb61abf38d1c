/** What the forms of a session may say. Problems are word keys. */
import * as z from "zod";

import type { WordKey } from "#app/language/words.ts";

const key = (word: WordKey) => word;

const TITLE_LENGTH = 150;
const NAME_LENGTH = 80;
const PROMPT_LENGTH = 300;
const MOST_MINUTES = 360;
const MOST_PUBLISHED = 20;

/** Words in both languages, either of which may be missing. */
function maybeWords(max: number) {
  const one = z.string().trim().max(max).optional();
  return z.object({ en: one, cy: one }).default({});
}

/** Words in both languages, of which at least one is there. */
function words(max: number, missing: WordKey) {
  return maybeWords(max).check(({ value, issues }) => {
    if (!value.en && !value.cy) issues.push({ code: "custom", message: missing, input: value, path: ["en"] });
  });
}

const minutes = z.coerce.number(key("session.minutes.wrong")).int(key("session.minutes.wrong")).min(1, key("session.minutes.wrong")).max(MOST_MINUTES, key("session.minutes.wrong"));
const needed = z.coerce.number(key("session.mix.wrong")).int(key("session.mix.wrong")).min(0, key("session.mix.wrong")).max(99, key("session.mix.wrong")).optional();
const mix = z.object({ carer: needed, drawsOnCare: needed, practitioner: needed, manager: needed, researcher: needed, other: needed }).default({});
const publishCount = z.coerce.number(key("session.publish.wrong")).int(key("session.publish.wrong")).min(1, key("session.publish.wrong")).max(MOST_PUBLISHED, key("session.publish.wrong"));
const evidence = z.array(z.string()).default([]);

const details = { title: words(TITLE_LENGTH, "session.title.missing"), publishCount, mix };
/** A key that is known, or that the stage has already: the floor above knows which (see answerPreparing). */
const activity = z.string().regex(/^[A-Za-z]{1,40}$/);
const stage = { name: words(NAME_LENGTH, "session.stage.nameMissing"), prompt: maybeWords(PROMPT_LENGTH), minutes, activity };
const id = z.string().min(1);
const place = z.coerce.number().int();

/** `template`: the key of one of ours, or of one of the facilitator's own (own-templates.server.ts says which are theirs). */
export const newSessionForm = z.object({ template: z.string(key("session.template.missing")), ...details, evidence });
export type NewSession = z.output<typeof newSessionForm>;

/** The forms of the preparing page, told apart by their `intent`. */
export const prepareForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("details"), ...details }),
  z.object({ intent: z.literal("evidence"), evidence }),
  z.object({ intent: z.literal("addStage"), ...stage }),
  z.object({ intent: z.literal("editStage"), id, ...stage }),
  z.object({ intent: z.literal("removeStage"), id }),
  z.object({ intent: z.literal("restoreStage"), place, ...stage }),
  z.object({ intent: z.literal("moveStage"), id, place }),
  z.object({ intent: z.literal("saveTemplate"), templateName: z.string(key("session.own.missing")).trim().min(1, key("session.own.missing")).max(NAME_LENGTH) }),
]);
export type Preparing = z.output<typeof prepareForm>;
export type StageFields = z.output<z.ZodObject<typeof stage>>;
