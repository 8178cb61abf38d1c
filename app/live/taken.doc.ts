/** Taking a record out of a shared document whole, so that it can be put back as it was: for what must not be seen for a while. */
import * as Y from "yjs";
import * as z from "zod/mini";

import { addRecord } from "./records.doc.ts";

export const takenRecordSchema = z.object({
  root: z.string(),
  id: z.string(),
  /** Its plain fields; text that people type in together as a string. */
  fields: z.record(z.string(), z.json()),
  /** Names of the fields that were such text. */
  texts: z.array(z.string()),
});
export type TakenRecord = z.infer<typeof takenRecordSchema>;

/** The root of other wordings of records that stand under another one (app/scribe/penned.ts). */
export const CORRECTIONS = "corrections";

/** Reads one record, whatever its kind, and every other wording of it after it; nothing when it is not there. */
export function wholeRecord(id: string): (doc: Y.Doc) => TakenRecord[] {
  return (doc) => {
    const all = everyRecord(doc);
    const record = all.find((one) => one.id === id && one.root !== CORRECTIONS);
    return record ? [record, ...all.filter(({ root, fields }) => root === CORRECTIONS && fields["saidId"] === id)] : [];
  };
}

/** All records of a document, in the order of their ids (ids are time-ordered). */
export function everyRecord(doc: Y.Doc): TakenRecord[] {
  // By `getMap`: in a replay of a log a root has no type before it is asked for.
  const records = [...doc.share.keys()].flatMap((root) => recordsUnder(root, doc.getMap(root)));
  return records.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function recordsUnder(root: string, map: Y.Map<unknown>): TakenRecord[] {
  return [...map].flatMap(([id, record]) => {
    if (!(record instanceof Y.Map)) return [];
    const texts = [...record].filter(([, value]) => value instanceof Y.Text).map(([name]) => name);
    // Through JSON: a field that a client left undefined is none, and must not keep the others from being read.
    return [{ root, id, texts, fields: JSON.parse(JSON.stringify(record.toJSON())) as TakenRecord["fields"] }];
  });
}

/** Puts it back where it was; nothing happens when it is there. */
export function putBackRecord(doc: Y.Doc, { root, id, fields, texts }: TakenRecord): void {
  if (doc.getMap(root).has(id)) return;
  const typed = texts.map((name): [string, Y.Text] => [name, new Y.Text(String(fields[name] ?? ""))]);
  addRecord(doc, root, { ...fields, ...Object.fromEntries(typed), id });
}
