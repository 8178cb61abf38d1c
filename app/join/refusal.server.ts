/**
 * Saying on the way in what is wrong with an answer. The screens have no script, so a refused form would leave
 * a posted page in the browser's history, and going back over it ends at "confirm form resubmission". So the
 * refusal travels in a signed cookie of a minute to the question itself, which tells it once.
 */
import { createCookie, data, redirect } from "@remix-run/node";
import * as z from "zod";

import { cookieName } from "#app/host/cookie.server.ts";
import { formTitle, problemTitle } from "#app/language/page-title.server.ts";
import type { WordKey } from "#app/language/words.ts";

import type { Browser } from "./answers.server.ts";

const MAX_AGE_S = 60;
/** Letters of an answer that are kept to be mended; no honest answer here is longer. */
const KEPT_LENGTH = 200;

const refusedSchema = z.object({
  /** The question it is about. */
  at: z.string(),
  /** conform's reply: what was typed, and word keys by field. */
  form: z.object({
    status: z.literal("error"),
    initialValue: z.record(z.string(), z.string()),
    error: z.record(z.string(), z.array(z.string()).nullable()),
  }),
});
type RefusedForm = z.infer<typeof refusedSchema>["form"];

const refusedCookie = ({ secrets, origin }: Browser["context"]) =>
  createCookie(cookieName("refused", origin), { path: "/", httpOnly: true, sameSite: "lax", secure: origin.startsWith("https:"), maxAge: MAX_AGE_S, secrets: [secrets.cookieSecret] });

interface Reply {
  readonly initialValue?: Readonly<Record<string, unknown>> | null;
  readonly error?: RefusedForm["error"];
}

/** Leads back to the question, which will tell what is wrong and offer what was typed. `reply` is conform's. */
export async function tellAgain({ context, request }: Browser, { initialValue, error = {} }: Reply): Promise<Response> {
  const at = new URL(request.url).pathname;
  const form: RefusedForm = { status: "error", initialValue: keptOf(initialValue ?? {}), error };
  return redirect(at, { headers: { "Set-Cookie": await refusedCookie(context).serialize({ at, form }) } });
}

/** After too many wrong codes: the question itself, with the seconds to wait. Nobody goes back over this one by accident. */
export function tooMany<T extends object>(form: T, waitS: number) {
  return data({ form, waitS }, { status: 429, headers: { "Retry-After": String(waitS) } });
}

/** The loader's answer of a question: its title, what was wrong the last time (once), and whatever else it shows. */
export async function ask<T extends object>({ context, request }: Browser, title: WordKey, more: T) {
  const read = refusedSchema.safeParse(await refusedCookie(context).parse(request.headers.get("Cookie")));
  const form = read.success && read.data.at === new URL(request.url).pathname ? read.data.form : undefined;
  if (!form) return data({ ...more, title: await formTitle(request, title), refused: noRefusal });
  const forget = await refusedCookie(context).serialize("", { maxAge: 0 });
  return data({ ...more, title: await problemTitle(request, title), refused: { form } }, { headers: { "Set-Cookie": forget } });
}

const noRefusal = undefined as { readonly form: RefusedForm } | undefined;

/** What was typed, shortened; an empty box is nothing typed. */
function keptOf(values: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (typeof value === "string" ? [[name, value.slice(0, KEPT_LENGTH)]] : [])));
}
