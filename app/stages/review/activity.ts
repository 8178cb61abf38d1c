import type { Activity } from "#app/stages/activity.ts";

/** How did we talk? Words about the talk, never about a person, and no marks. */
export const review: Activity = {
  key: "review",
  name: { en: "Reviewing how we talked", cy: "Adolygu sut y gwnaethon ni siarad" },
  drafts: [],
  words: ["reflections", "scribe"],
};
