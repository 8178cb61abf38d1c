import type { Activity } from "#app/stages/activity.ts";

/** The private ranking of frozen priorities, and its outcome. */
export const ranking: Activity = {
  key: "ranking",
  name: { en: "Ranking in private", cy: "Gosod mewn trefn yn breifat" },
  drafts: [],
  needs: "priorities",
  words: ["voting"],
};
