/**
 * Everything people do to what is said, as a form says it. The same forms are read by the page (and done in the
 * shared document at once) and, without JavaScript, by the desk. Problems are word keys.
 */
import * as z from "zod/mini";

import type { WordKey } from "#app/language/words.ts";

import { ways } from "./kinds.ts";
import { signalKinds } from "./signals.ts";

/** The longest contribution, in characters as people count them. About a page of handwriting. */
export const MAX_WORDS = 2_000;

const id = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,40}$/));
const noneOrId = z._default(z.string().check(z.regex(/^[A-Za-z0-9_-]{0,40}$/)), "");
const lang = z.enum(["en", "cy"]);
const tooLong: WordKey = "talk.problem.long";

/** Browsers post line ends as CRLF; the document knows LF only. */
const tidied = z.overwrite<string>((typed) => typed.replace(/\r\n?/g, "\n").trim());
const fits = z.refine<string>((given) => [...given].length <= MAX_WORDS, tooLong);
const words = z.string("talk.problem.words" satisfies WordKey).check(tidied, z.minLength(1, "talk.problem.words" satisfies WordKey), fits);

const sayForm = z
  .object({
    act: z.literal("say"),
    /** The stage it is said at. */
    stage: id,
    words,
    lang,
    /** "" begins a thread. */
    replyTo: noneOrId,
    way: z._default(z.enum(ways, "talk.problem.way" satisfies WordKey), ""),
    because: z._default(z.string().check(tidied, fits), ""),
    /** Member id of the person a scribe writes for; "" for oneself. */
    for: noneOrId,
    /** A scribe's tick: read back, and checked with the person. */
    checked: z._default(z.string(), ""),
  })
  .check(
    z.refine(({ replyTo, way }) => (replyTo === "") === (way === ""), { path: ["way"], error: "talk.problem.way" satisfies WordKey }),
    // A challenge needs its reason (Exploratory Talk: methods 2.1, R9).
    z.refine(({ way, because }) => way !== "challenges" || because !== "", { path: ["because"], error: "talk.problem.because" satisfies WordKey }),
  );

export const talkActs = z.discriminatedUnion("act", [
  sayForm,
  /** One's own words, or what one wrote down for somebody. */
  z.object({ act: z.literal("reword"), said: id, words }),
  /** What a scribe wrote for oneself, put right. */
  z.object({ act: z.literal("correct"), said: id, words, lang }),
  /** A scribe's tick, later. */
  z.object({ act: z.literal("check"), said: id }),
  /** One's own words, or what a scribe wrote for oneself. */
  z.object({ act: z.literal("withdraw"), said: id }),
]);
export type TalkAct = z.infer<typeof talkActs>;
export type SayForm = z.infer<typeof sayForm>;

/** What is asked of the desk about the floor. `for`: a person without a device, of whom a scribe says it; "" for oneself. */
export const floorActs = z.discriminatedUnion("act", [
  z.object({ act: z.literal("raise"), for: noneOrId }),
  z.object({ act: z.literal("lower"), for: noneOrId }),
  /** Finished speaking, in the queue or the go-round. */
  z.object({ act: z.literal("spoken"), for: noneOrId }),
  /** Leaves one's turn of the go-round out. */
  z.object({ act: z.literal("pass"), for: noneOrId }),
  /** Taps a signal, or takes it back. */
  z.object({ act: z.literal("signal"), kind: z.enum(signalKinds) }),
]);
export type FloorAct = z.infer<typeof floorActs>;

/** What is wrong with a form, by field, as word keys; "" is the form as a whole. */
export type TalkProblems = Readonly<Partial<Record<string, WordKey>>>;

const mendable = ["words", "way", "because", "for"];

/** The first problem of each field that a person fills in. What is wrong with the rest is nobody's to mend. */
export function problemsIn(issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): TalkProblems {
  const problems: Record<string, WordKey> = {};
  for (const { path, message } of issues) {
    const field = path.join();
    // The messages of those fields are word keys.
    if (mendable.includes(field)) problems[field] ??= message as WordKey;
    else problems[""] ??= "talk.problem.notUnderstood";
  }
  return problems;
}
