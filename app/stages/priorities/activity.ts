import type { Activity } from "#app/stages/activity.ts";

/** Priorities, drafted together; principles may still be reworded, since priorities rest on them. */
export const priorities: Activity = {
  key: "priorities",
  name: { en: "Drafting priorities", cy: "Drafftio blaenoriaethau" },
  drafts: ["principles", "priorities"],
  inGroups: "groups.hintList",
  words: ["lists"],
};
