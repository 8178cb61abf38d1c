/**
 * The answers of somebody on their way in, kept between the screens in a signed cookie of this browser. The
 * database knows nothing of them until they have agreed and sit down.
 */
import { randomUUID } from "node:crypto";

import { createCookie, redirect, type AppLoadContext } from "@remix-run/node";
import * as z from "zod";

import { cookieName } from "#app/host/cookie.server.ts";
import { languages } from "#app/language/languages.ts";
import { perspectives } from "#app/session/perspective.ts";

import { newReturnCode } from "./return-code.ts";

/** Time enough to read what happens to one's words, short enough for a shared device. */
const MAX_AGE_S = 30 * 60;

/** A code from a QR, not yet tried. */
const scannedSchema = z.object({ step: z.literal("scanned"), code: z.string().max(20) });

const answersSchema = z.object({
  /** The code was right when it was entered; it is looked at again at the end. */
  step: z.literal("answering"),
  code: z.string(),
  /** Made beforehand, so that sending the last form twice seats one person, not two. */
  memberId: z.uuid(),
  returnCode: z.string(),
  name: z.string().optional(),
  perspective: z.enum(perspectives).optional(),
  language: z.enum(languages).optional(),
});
export type Answers = z.infer<typeof answersSchema>;

const seatedSchema = z.object({ step: z.literal("seated"), sessionId: z.string(), returnCode: z.string() });

/** About to hand a shared device on; the return code is the later one of handing-on.server.ts. */
const handingOnSchema = z.object({ step: z.literal("handingOn"), sessionId: z.string(), returnCode: z.string() });

const joiningSchema = z.discriminatedUnion("step", [scannedSchema, answersSchema, seatedSchema, handingOnSchema]);
/** Where somebody is on their way in, or on their way to handing the device on. */
export type Joining = z.infer<typeof joiningSchema>;

export interface Browser {
  readonly context: Pick<AppLoadContext, "secrets" | "origin">;
  readonly request: Request;
}

const joiningCookie = ({ secrets, origin }: Browser["context"]) =>
  createCookie(cookieName("joining", origin), { path: "/", httpOnly: true, sameSite: "lax", secure: origin.startsWith("https:"), maxAge: MAX_AGE_S, secrets: [secrets.cookieSecret] });

export async function joiningOf({ context, request }: Browser): Promise<Joining | null> {
  const read = joiningSchema.safeParse(await joiningCookie(context).parse(request.headers.get("Cookie")));
  return read.success ? read.data : null;
}

/** The return code of somebody just seated, and where to go. Throws a redirect to /join for everybody else. */
export async function requireSeated(browser: Browser): Promise<{ readonly sessionId: string; readonly returnCode: string }> {
  const joining = await joiningOf(browser);
  if (joining?.step !== "seated") throw redirect("/join");
  return joining;
}

/** A Set-Cookie header value that remembers where somebody is; null forgets it. */
export function keepJoining(context: Browser["context"], joining: Joining | null): Promise<string> {
  return joining ? joiningCookie(context).serialize(joining) : joiningCookie(context).serialize("", { maxAge: 0 });
}

/** The answers so far. Throws a redirect to /join for somebody who has not entered a right code. */
export async function requireAnswers(browser: Browser): Promise<Answers> {
  const joining = await joiningOf(browser);
  if (joining?.step !== "answering") throw redirect("/join");
  return joining;
}

/** Begins with a right code; answers given under the same code before are kept. */
export function begin(code: string, before: Joining | null): Answers {
  if (before?.step === "answering" && before.code === code) return before;
  return { step: "answering", code, memberId: randomUUID(), returnCode: newReturnCode() };
}

/** Goes on to another screen with this kept; further cookies may be set on the way. */
export async function goOn(context: Browser["context"], to: string, joining: Joining | null, ...setCookies: string[]): Promise<Response> {
  const headers = new Headers({ "Set-Cookie": await keepJoining(context, joining) });
  for (const setCookie of setCookies) headers.append("Set-Cookie", setCookie);
  return redirect(to, { headers });
}
