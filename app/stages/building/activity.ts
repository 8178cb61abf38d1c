import type { Activity } from "#app/stages/activity.ts";

/** The dialogue: people build, ask, challenge with a reason, and show other ways (methods 2.1). */
export const building: Activity = {
  key: "building",
  name: { en: "Building: the dialogue", cy: "Adeiladu: y ddeialog" },
  drafts: [],
  inGroups: "groups.hintTalk",
  words: ["talk", "questions", "scribe"],
};
