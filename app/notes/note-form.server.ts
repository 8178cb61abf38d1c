/** The forms about notes, as they are posted: `act` says which. Problems are word keys. */
import * as z from "zod";

import type { WordKey } from "#app/language/words.ts";

import { replyWays } from "./notes.doc.ts";
import { charactersLeft, problemsWithReply } from "./wording.ts";

const tooLong: WordKey = "notes.problem.tooLong";
const id = z.string().max(100);
const lang = z.enum(["en", "cy"]);
const about = { document: id, back: z.string().max(2_000).default("") };

/** Words that must be given. */
const words = (missing: WordKey) => z.string(missing).trim().min(1, missing).refine((given) => charactersLeft(given) >= 0, tooLong);
/** Number of a sentence in its block, from 0. */
const sentence = z.coerce.number().int().min(0).max(10_000);

const noteForm = z.object({ act: z.literal("note"), ...about, block: id, from: sentence, to: sentence, words: words("notes.problem.why"), lang });

const replyForm = z
  .object({
    act: z.literal("reply"),
    ...about,
    note: id,
    way: z.enum(replyWays, "notes.problem.way" satisfies WordKey),
    words: words("notes.problem.reply"),
    because: z.string().trim().default("").refine((given) => charactersLeft(given) >= 0, tooLong),
    lang,
  })
  .superRefine((reply, context) => {
    for (const { field, key } of problemsWithReply(reply)) {
      if (field === "because" && key !== tooLong) context.addIssue({ code: "custom", path: ["because"], message: key });
    }
  });

const editForm = z.object({ act: z.literal("edit"), ...about, note: id, words: words("notes.problem.why") });
const withdrawForm = z.object({ act: z.literal("withdraw"), ...about, note: id });
const withdrawReplyForm = z.object({ act: z.literal("withdrawReply"), ...about, reply: id });

export const noteForms = z.discriminatedUnion("act", [noteForm, replyForm, editForm, withdrawForm, withdrawReplyForm]);
export type NoteForm = z.infer<typeof noteForms>;
export type NewNoteForm = z.infer<typeof noteForm>;
