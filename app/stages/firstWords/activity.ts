import type { Activity } from "#app/stages/activity.ts";

/** First words: the makers of the chosen question begin, then everybody is offered a turn (methods S5). */
export const firstWords: Activity = {
  key: "firstWords",
  name: { en: "First words", cy: "Geiriau cyntaf" },
  drafts: [],
  needs: "chosenQuestion",
  inGroups: "groups.hintTalk",
  words: ["talk", "questions", "scribe"],
};
