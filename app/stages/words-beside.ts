/**
 * Word files (app/language/en/<name>.ts) that the parts beside every stage say, and the frame of the room does not. The
 * weighing of the page (server/setup/weight.mjs) reads them here too.
 */
export const wordsBeside = {
  /** Fetched with the stage. */
  spotlight: ["spotlight"],
  talk: ["talk"],
  /** Fetched while small groups are at work. */
  groups: ["groups"],
} as const;

/** Fetched when that fold is first opened: folded/<name>.tsx. */
export const wordsFolded = {
  rules: ["rules"],
  barriers: ["reflections", "scribe"],
  notes: ["thinking"],
  talk: ["scribe"],
} as const;
