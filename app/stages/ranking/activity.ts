import type { Activity } from "#app/stages/activity.ts";

/** The private ranking of frozen priorities, and its outcome. */
export const ranking: Activity = {
  key: "ranking",
  name: { en: "Ranking in private", cy: "Gosod mewn trefn yn breifat" }, // U: for a translator
  drafts: [],
  needs: "priorities",
  inGroups: "groups.hintRanking",
  words: ["voting"],
};
