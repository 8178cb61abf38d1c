/** What a shared document says, whatever its kind: for telling people what a change does to their words. */
import * as Y from "yjs";

import type { Said } from "./difference.ts";

/** Fields that hold what people wrote or quoted, in the order in which they are read; the others hold ids and choices. */
const WRITTEN = ["text", "words", "because", "exact"];

/** Every record, in order. One without words has an empty `text`. */
export function saidIn(doc: Y.Doc): Said[] {
  const said = [...doc.share.keys()].flatMap((root) => [...doc.getMap(root)].flatMap(([id, record]) => (record instanceof Y.Map ? [read(root, id, record as Y.Map<unknown>)] : [])));
  return said.sort((a, b) => compare(a.root, b.root) || compare(a.order, b.order) || compare(a.id, b.id));
}

function read(root: string, id: string, record: Y.Map<unknown>): Said {
  const texts = WRITTEN.map((field) => wordsOf(record.get(field))).filter((words) => words !== "");
  return { root, id, text: texts.join("\n"), lang: wordsOf(record.get("lang")), order: wordsOf(record.get("order")), stands: record.get("removed") !== true };
}

function wordsOf(value: unknown): string {
  if (value instanceof Y.Text) return value.toString();
  return typeof value === "string" ? value : "";
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
