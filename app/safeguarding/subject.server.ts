/**
 * What a worry can be about: records of the session's shared documents. One is taken out of every document that has it,
 * with every wording of it, so that no page has it any more; kept with the worry, and put back as it was.
 */
import type { AppLoadContext } from "@remix-run/node";
import * as z from "zod";

import { removeRecord } from "#app/live/records.doc.ts";
import { CORRECTIONS, everyRecord, putBackRecord, takenRecordSchema, wholeRecord, type TakenRecord } from "#app/live/taken.doc.ts";
import { correctionSchema, penned } from "#app/scribe/penned.ts";
import { scribesIn } from "#app/session/people.server.ts";
import { Prisma } from "#prisma/client.ts";

import type { Written } from "./concern.ts";

type House = Pick<AppLoadContext, "db" | "live">;

/** Latest things written that the form offers. */
const OFFERED = 60;

const takenSchema = z.object({ documentId: z.string(), record: takenRecordSchema });
/** A record as it stands, or stood, in a document. */
export type Taken = z.infer<typeof takenSchema>;

/** A record as everybody reads it. */
interface Told {
  readonly id: string;
  readonly words: string;
  readonly lang: string;
  /** Member id of whoever's words they are; "" where people write together. */
  readonly by: string;
}

/** What a seat may be shown. */
export interface Reach {
  readonly sessionId: string;
  /** The documents this seat may read; of something that is in two, the first tells it. */
  readonly documentIds: readonly string[];
}

/** What people have written in the session where this seat may read it, each once, latest first: for choosing what a worry is about. */
export async function writtenIn({ db, live }: House, { sessionId, documentIds }: Reach): Promise<Written[]> {
  const [names, scribes] = await Promise.all([namesIn(db, sessionId), scribesIn(db, sessionId)]);
  const told = await Promise.all(documentIds.map(async (documentId) => toldOf(await live.read(documentId, everyRecord), scribes).map((one) => ({ ...one, documentId }))));
  const once = new Map(told.flat().toReversed().map((one) => [one.id, one]));
  const latest = [...once.values()].filter(({ words }) => words !== "").sort((a, b) => (a.id < b.id ? 1 : -1)).slice(0, OFFERED);
  return latest.map(({ id, documentId, words, lang, by }) => ({ about: `${documentId}/${id}`, words, lang, writer: names.get(by) ?? "" }));
}

/** The names of everybody ever seated in the session, by member id. */
export async function namesIn(db: House["db"], sessionId: string): Promise<ReadonlyMap<string, string>> {
  const members = await db.member.findMany({ where: { sessionId }, select: { id: true, name: true } });
  return new Map(members.map(({ id, name }) => [id, name]));
}

/** Everything in the session that is this record: in whichever document it stands, the room's own first, and every wording of it. */
export async function findEverywhere({ db, live }: House, sessionId: string, recordId: string): Promise<Taken[]> {
  const documents = await db.document.findMany({ where: { sessionId }, orderBy: [{ subject: "asc" }, { id: "asc" }], select: { id: true } });
  const found = await Promise.all(documents.map(async ({ id: documentId }) => (await live.read(documentId, wholeRecord(recordId))).map((record) => ({ documentId, record }))));
  return found.flat();
}

/** What was, or would be, taken, as everybody reads it; null when it is nothing that says anything. */
export async function tellTaken(db: House["db"], sessionId: string, taken: readonly Taken[]): Promise<Told | null> {
  const [first] = taken;
  if (!first) return null;
  const records = taken.filter(({ documentId }) => documentId === first.documentId).map(({ record }) => record);
  const [one] = toldOf(records, await scribesIn(db, sessionId));
  return one && one.words !== "" ? one : null;
}

/** Ids of the records whose words are hidden from everybody now. */
export async function hiddenIn(db: Pick<House["db"], "concern">, sessionId: string): Promise<ReadonlySet<string>> {
  const hidden = await db.concern.findMany({ where: { sessionId, kept: { not: Prisma.DbNull }, shownAt: null }, select: { recordId: true } });
  return new Set(hidden.flatMap(({ recordId }) => recordId ?? []));
}

/** Takes it out of its documents. What is not there any more is passed over. */
export async function takeOut(live: House["live"], taken: readonly Taken[]): Promise<void> {
  for (const { documentId, record } of taken) await live.write(documentId, null, (doc) => removeRecord(doc, record.root, record.id));
}

/** Puts it back where it was, as its writers' own words. */
export async function putBack(live: House["live"], taken: readonly Taken[]): Promise<void> {
  for (const { documentId, record } of taken) await live.write(documentId, textIn(record, "by") || null, (doc) => putBackRecord(doc, record));
}

/** Reads the Json column `Concern.kept`, which once held a single record of the document beside it; nothing when nothing was taken. */
export function keptIn({ kept, documentId }: { readonly kept: unknown; readonly documentId: string | null }): Taken[] {
  const read = z.array(takenSchema).safeParse(kept);
  if (read.success) return read.data;
  const single = takenRecordSchema.safeParse(kept);
  return single.success && documentId ? [{ documentId, record: single.data }] : [];
}

/** The records of one document as everybody reads them: whose words, and as they put them right. */
function toldOf(records: readonly TakenRecord[], scribes: readonly string[]): Told[] {
  const corrections = records.flatMap(({ root, fields }) => {
    const read = root === CORRECTIONS ? correctionSchema.safeParse(fields) : null;
    return read?.success ? [read.data] : [];
  });
  const written = records.filter(({ root }) => root !== CORRECTIONS).map((record) => ({ id: record.id, by: textIn(record, "by"), forMember: textIn(record, "forMember"), words: (textIn(record, "words") || textIn(record, "text")).trim(), lang: textIn(record, "lang") }));
  return penned(written, corrections, new Set(scribes));
}

function textIn({ fields }: TakenRecord, name: string): string {
  const value = fields[name];
  return typeof value === "string" ? value : "";
}
