import type { Activity } from "#app/stages/activity.ts";

/** Getting ready: language, what happens to words, a warm-up, and the ground rules, which everybody may write at any stage until they are agreed. */
export const ready: Activity = {
  key: "ready",
  name: { en: "Getting ready", cy: "Paratoi" },
  drafts: ["rules"],
  words: ["lists", "rules"],
};
