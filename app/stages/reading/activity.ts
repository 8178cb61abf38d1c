import type { Activity } from "#app/stages/activity.ts";

/** The evidence, with marks and notes. */
export const reading: Activity = {
  key: "reading",
  name: { en: "Reading and marking evidence", cy: "Darllen a marcio tystiolaeth" },
  drafts: [],
  needs: "evidence",
  words: ["notes", "spotlight"],
};
