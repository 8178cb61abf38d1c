import type { Activity } from "#app/stages/activity.ts";

/** Ideas worth asking about, gathered before questions are made. */
export const concepts: Activity = {
  key: "concepts",
  name: { en: "Gathering ideas", cy: "Casglu syniadau" },
  drafts: [],
  words: ["concepts", "scribe"],
};
