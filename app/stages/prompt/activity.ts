import type { Activity } from "#app/stages/activity.ts";

/** A prompt and a clock: for talk, thinking, go-rounds, breaks. */
export const prompt: Activity = {
  key: "prompt",
  name: { en: "A prompt and a clock", cy: "Cyfarwyddyd a chloc" }, // U: for a translator
  drafts: [],
  words: ["support"],
};
