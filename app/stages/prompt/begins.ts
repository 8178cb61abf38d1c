import { stage } from "#app/session/templates/template.ts";

/** What a stage of it begins with when it is added by hand. */
export const begins = stage("prompt", 10, ["", ""], ["", ""]);
