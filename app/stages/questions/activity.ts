import type { Activity } from "#app/stages/activity.ts";

/** Questions made alone, then in small groups, from passages of the evidence. */
export const questions: Activity = {
  key: "questions",
  name: { en: "Making questions", cy: "Llunio cwestiynau" },
  drafts: ["questions"],
  needs: "evidence",
  inGroups: "groups.hint",
  words: ["questions", "groups", "concepts", "scribe"],
};
