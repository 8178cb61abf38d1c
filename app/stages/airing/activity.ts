import type { Activity } from "#app/stages/activity.ts";

/** Each question explained by its makers, and put with others it goes with. */
export const airing: Activity = {
  key: "airing",
  name: { en: "Airing the questions", cy: "Gwyntyllu'r cwestiynau" },
  drafts: ["questions"],
  needs: "questions",
  words: ["questions", "scribe"],
};
