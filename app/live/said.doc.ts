/** What a shared document says, whatever its kind: for telling people what a change does to their words. */
import type * as Y from "yjs";

import type { Said } from "./difference.ts";
import { everyRecord, type TakenRecord } from "./taken.doc.ts";

/** Fields that hold what people wrote or quoted, in the order in which they are read; the others hold ids and choices. */
const WRITTEN = ["text", "words", "because", "exact"];

/** Every record, in order. One without words has an empty `text`. */
export function saidIn(doc: Y.Doc): Said[] {
  return everyRecord(doc).map(read).sort((a, b) => compare(a.root, b.root) || compare(a.order, b.order) || compare(a.id, b.id));
}

function read({ root, id, fields }: TakenRecord): Said {
  const wordsIn = (field: string) => (typeof fields[field] === "string" ? fields[field] : "");
  const texts = WRITTEN.map(wordsIn).filter((words) => words !== "");
  return { root, id, text: texts.join("\n"), lang: wordsIn("lang"), order: wordsIn("order"), stands: fields["removed"] !== true };
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
