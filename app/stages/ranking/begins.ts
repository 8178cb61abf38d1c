import { ranking } from "#app/session/templates/events.ts";

/** What a stage of it begins with when it is added by hand. */
export const begins = ranking(8);
