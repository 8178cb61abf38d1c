import type { Activity } from "#app/stages/activity.ts";

/** One question chosen, by a secret round or by the facilitator, said openly. */
export const choosing: Activity = {
  key: "choosing",
  name: { en: "Choosing a question", cy: "Dewis cwestiwn" },
  drafts: [],
  needs: "questions",
  words: ["questions", "choosing", "voting"],
};
