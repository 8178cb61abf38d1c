/** What each screen on the way in asks for. Problems are word keys. */
import * as z from "zod";

import { languages } from "#app/language/languages.ts";
import type { WordKey } from "#app/language/words.ts";
import { readCode } from "#app/session/code.ts";
import { perspectives } from "#app/session/perspective.ts";

import { readReturnCode } from "./return-code.ts";

const key = (word: WordKey) => word;

/** Long enough for any name; shown beside everything its owner writes. */
const NAME_LENGTH = 60;

/** A string that one of our readers must understand. */
function readBy(reader: (typed: string) => string | null, missing: WordKey, wrong: WordKey) {
  return z.string(missing).transform((typed, check) => {
    const read = reader(typed);
    if (read !== null) return read;
    check.addIssue({ code: "custom", message: wrong });
    return z.NEVER;
  });
}

export const codeForm = z.object({ code: readBy(readCode, "join.code.missing", "join.code.shape") });
/** A ticked box: other people use this device too. */
const shared = z.literal("yes").optional().transform((said) => said !== undefined);
export const returnForm = z.object({ returnCode: readBy(readReturnCode, "join.return.missing", "join.return.shape"), shared });
export const seatedForm = z.object({ shared });
export const nameForm = z.object({
  name: z.string(key("join.name.missing")).transform((name) => name.replace(/\s+/gu, " ").trim()).pipe(z.string().min(1, key("join.name.missing")).max(NAME_LENGTH, key("join.name.long"))),
});
export const perspectiveForm = z.object({ perspective: z.enum(perspectives, key("join.perspective.missing")) });
export const languageForm = z.object({ language: z.enum(languages, key("join.language.missing")) });
export const consentForm = z.object({ agree: z.literal("agreed", key("join.consent.missing")) });
