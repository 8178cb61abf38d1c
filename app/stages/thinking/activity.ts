import type { Activity } from "#app/stages/activity.ts";

/** Silent time, with notes that only their writer reads. */
export const thinking: Activity = {
  key: "thinking",
  name: { en: "Thinking in silence", cy: "Meddwl yn dawel" },
  drafts: [],
  words: ["thinking"],
};
