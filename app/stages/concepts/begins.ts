import { stage } from "#app/session/templates/template.ts";

/** What a stage of it begins with when it is added by hand. */
export const begins = stage("concepts", 5, ["Gathering ideas", "Which ideas are worth asking about? A word or a few are enough."], ["Casglu syniadau", "Pa syniadau sy'n werth holi amdanynt? Mae gair neu ychydig eiriau'n ddigon."]);
