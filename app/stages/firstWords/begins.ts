import { firstWords } from "#app/session/templates/community.ts";

/** What a stage of it begins with when it is added by hand. */
export const begins = firstWords(4);
