/** Reading a form at the edge: parsed once by zod, every problem a word key, everything typed kept. */
import { parseWithZod } from "@conform-to/zod/v4";
import type { Submission } from "@conform-to/react";
import { data, redirect } from "@remix-run/node";
import * as z from "zod";

import type { WordKey } from "#app/language/words.ts";

const missing: WordKey = "common.problem.required";
const tooLong: WordKey = "common.problem.tooLong";
const check: WordKey = "common.problem.check";

/** For rules that did not name a word of their own, so that no English sentence of a library reaches a page. */
z.config({
  customError: (issue) => {
    if (issue.input === undefined || (issue.code === "too_small" && issue.minimum === 1)) return missing;
    return issue.code === "too_big" ? tooLong : check;
  },
});

/** Parses a posted form. `status` is "success" with `value`, or "error" for `refuse`. */
export function readForm<S extends z.core.$ZodType>(form: FormData, schema: S): Submission<z.output<S>, string[]> {
  return parseWithZod(form, { schema });
}

/**
 * The answer to a form with problems: 422, what was typed, and the problems by field as word keys.
 * `more` adds problems that only the desk could find; the key "" is for the form as a whole.
 * Fields whose names begin with "passphrase" are never sent back.
 */
export function refuse<T>(submission: Submission<T, string[]>, more: Readonly<Record<string, WordKey[]>> = {}) {
  const secret = Object.keys(submission.payload).filter((name) => name.startsWith("passphrase"));
  return data({ form: submission.reply({ fieldErrors: more, hideFields: secret }) }, { status: 422 });
}

/** The answer to a form that was followed: a plain form leads on to `to`, a page that posted it by script stays where it is. */
export function doneTo(request: Request, to: string): Response | ReturnType<typeof data<{ problem?: WordKey }>> {
  const isPlain = request.headers.get("Accept")?.includes("text/html") ?? false;
  return isPlain ? redirect(to) : data({});
}
