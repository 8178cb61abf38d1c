/**
 * Everything people do to a list, as a form says it. The same forms are read by the page (and done in the shared
 * document at once) and, without JavaScript, by the desk.
 */
import * as z from "zod/mini";

import type { WordKey } from "#app/language/words.ts";

/** Characters (UTF-16): three or four sentences. What is longer is several principles. */
export const ITEM_LENGTH = 600;
/** Items on a list; more than anybody can weigh against one another. */
export const LIST_LENGTH = 60;

const id = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,40}$/));
// Browsers post line ends as CRLF; the document knows LF only.
const text = z.string().check(
  z.overwrite((typed) => typed.replace(/\r\n?/g, "\n").trim()),
  z.minLength(1, "lists.text.none" satisfies WordKey),
  z.maxLength(ITEM_LENGTH, "lists.text.long" satisfies WordKey),
);

export const actSchema = z.discriminatedUnion("act", [
  /** `as`: the id it is to have, when it was suggested; added again, it is not made twice. */
  z.object({ act: z.literal("add"), text, lang: z.enum(["en", "cy"]), as: z.optional(id) }),
  /** Several suggestions at once, one a line: its id, a space, its words. */
  z.object({ act: z.literal("addAll"), texts: z.string().check(z.maxLength(ITEM_LENGTH * LIST_LENGTH)), lang: z.enum(["en", "cy"]) }),
  /** `before`: the wording that stood in the form when it was opened. */
  z.object({ act: z.literal("reword"), item: id, before: z._default(z.string(), ""), text }),
  z.object({ act: z.literal("up"), item: id }),
  z.object({ act: z.literal("down"), item: id }),
  /** `place` as people count: 1 is first. */
  z.object({ act: z.literal("place"), item: id, place: z.coerce.number().check(z.int(), z.minimum(1), z.maximum(LIST_LENGTH * 2)) }),
  z.object({ act: z.literal("remove"), item: id }),
  z.object({ act: z.literal("putBack"), item: id }),
  /** `note`: "notes document/note". */
  z.object({ act: z.literal("attach"), item: id, note: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,40}\/[A-Za-z0-9_-]{1,40}$/)) }),
  z.object({ act: z.literal("detach"), item: id, quote: id }),
  z.object({ act: z.literal("link"), item: id, other: id }),
  z.object({ act: z.literal("unlink"), item: id, link: id }),
]);
export type Act = z.infer<typeof actSchema>;

/** Why nobody, or not this person, may write in a list now. "agreed": the rules stand until they are opened again. */
export type ReadOnly = "frozen" | "closed" | "agreed" | "notNow";

/** What came of an act: what the page announces, and where the desk leads. Places are as people count, from 1. */
export type Outcome =
  | { readonly came: "added" | "moved" | "removed" | "putBack" | "bothKept"; readonly itemId: string; readonly place: number; readonly of: number }
  | { readonly came: "reworded" | "attached" | "detached" | "linked" | "unlinked"; readonly itemId: string }
  | { readonly came: "addedAll" }
  /** The list has its `LIST_LENGTH` items. */
  | { readonly came: "full" }
  /** The item, note or principle is not there any more. */
  | { readonly came: "gone" };
