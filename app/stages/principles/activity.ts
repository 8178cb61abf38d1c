import type { Activity } from "#app/stages/activity.ts";

/** Principles, drafted together. */
export const principles: Activity = {
  key: "principles",
  name: { en: "Drafting principles", cy: "Drafftio egwyddorion" },
  drafts: ["principles"],
  inGroups: "groups.hintList",
  words: ["lists"],
};
