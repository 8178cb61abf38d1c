import type { Activity } from "#app/stages/activity.ts";

/** Last words: everybody is offered a turn, those not yet heard first; passing is fine (methods S5, R4). */
export const lastWords: Activity = {
  key: "lastWords",
  name: { en: "Last words", cy: "Geiriau olaf" },
  drafts: [],
  inGroups: "groups.hintTalk",
  words: ["talk", "questions", "scribe"],
};
