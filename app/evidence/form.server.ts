/** The form in which evidence is added and corrected. */
import * as z from "zod";

import { languages } from "#app/language/languages.ts";
import type { WordKey } from "#app/language/words.ts";

import type { NewBlock } from "./blocks.ts";
import { droppedSchema, joinDropped, type Dropped } from "./dropped.ts";
import type { EvidenceDetails } from "./evidence.server.ts";
import { evidenceKinds } from "./kinds.ts";
import { BLOCKS_MAX, readPaste, TEXT_MAX } from "./paste.ts";

const key = (word: WordKey) => word;
const needed = (max: number, word: WordKey) => z.string(word).trim().min(1, word).max(max);
const optional = (max: number) => z.string().trim().max(max).default("");

export const limitationsChoices = ["written", "notKnown", "later"] as const;

const limitations = z
  .object({ said: z.enum(limitationsChoices, key("evidence.limitations.choose")), words: optional(2_000) })
  .superRefine(({ said, words }, { addIssue }) => {
    if (said === "written" && words === "") addIssue({ code: "custom", path: ["words"], message: key("evidence.limitations.missing") });
    if (said !== "written" && words !== "") addIssue({ code: "custom", path: ["said"], message: key("evidence.limitations.both") });
  });

/** A text as it is typed: read into blocks, refused when nothing is left or it is too much. */
const text = z.string(key("evidence.text.missing")).max(TEXT_MAX * 2, key("evidence.text.tooLong")).transform((typed, { addIssue }) => {
  const paste = readPaste(typed);
  const length = paste.blocks.reduce((sum, block) => sum + block.text.length, 0);
  if (length > TEXT_MAX || paste.blocks.length > BLOCKS_MAX) addIssue({ code: "custom", message: key("evidence.text.tooLong") });
  if (paste.blocks.length === 0) addIssue({ code: "custom", message: key("evidence.text.missing") });
  return paste;
});

/** Counts that the page's script sends along with a pasted text; rubbish counts as nothing. */
const dropped = z.string().default("{}").transform((json): Dropped => {
  try {
    const read = droppedSchema.safeParse(JSON.parse(json));
    return read.success ? read.data : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
});

/** In the order of the page: problems are listed so. */
export const evidenceForm = z.object({
  title: needed(200, key("evidence.title.missing")),
  text,
  dropped,
  language: z.enum(languages, key("evidence.language.missing")),
  kind: z.enum(evidenceKinds, key("evidence.kind.missing")),
  perspective: needed(200, key("evidence.perspective.missing")),
  source: needed(300, key("evidence.source.missing")),
  date: optional(60),
  place: optional(120),
  limitations,
  /** For corrections: the version that was corrected. */
  basedOn: z.coerce.number().int().default(0),
});
export type EvidenceForm = z.output<typeof evidenceForm>;

/** What the desk keeps of a form, and what was left behind on the way. */
export function readEvidenceForm({ limitations: { said, words }, text: paste, dropped: inBrowser, basedOn, ...rest }: EvidenceForm): { readonly details: EvidenceDetails; readonly blocks: readonly NewBlock[]; readonly dropped: Dropped; readonly basedOn: number } {
  const details = { ...rest, limitations: words, limitationsNotKnown: said === "notKnown" };
  return { details, blocks: paste.blocks, dropped: joinDropped(inBrowser, paste.dropped), basedOn };
}
