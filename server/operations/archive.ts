/** A copy of the whole record in a folder: one compressed file a table, and a list of what is in them. */
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { createGunzip } from "node:zlib";

import * as z from "zod";

import { digestOf, digesting } from "./tables.ts";

const tableSchema = z.object({
  name: z.string(),
  columns: z.array(z.string()),
  key: z.array(z.string()),
  rows: z.int().min(0),
  sha256: z.string(),
});

const manifestSchema = z.object({
  format: z.literal("ymholi record 1"),
  /** ISO time at which the copy was begun: it holds the record as it stood then. */
  madeAt: z.iso.datetime(),
  /** Migrations the tables have; the copy can be put back by any Ymholi that knows these. */
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  /** In the order in which they can be filled. */
  tables: z.array(tableSchema),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type ArchivedTable = z.infer<typeof tableSchema>;

export const MANIFEST = "record.json";
/** The host's secret; only in a copy made for moving house. */
export const SECRET = "secret";

/** Something is wrong with what was asked; `message` is for the person who asked. */
export class OperationRefused extends Error {}

export function tableFile(folder: string, name: string): string {
  return path.join(folder, `${name}.copy.gz`);
}

/** Reads and checks a copy: every file is there and is what was written. Throws OperationRefused. */
export async function readArchive(folder: string): Promise<Manifest> {
  const text = await readFile(path.join(folder, MANIFEST), "utf8").catch(() => {
    throw new OperationRefused(`${folder} is not a copy of a record: it has no ${MANIFEST}.`);
  });
  const read = manifestSchema.safeParse(parseJson(text));
  if (!read.success) throw new OperationRefused(`${path.join(folder, MANIFEST)} is damaged, or was written by another version of Ymholi.`);
  for (const table of read.data.tables) await checkTable(folder, table);
  return read.data;
}

async function checkTable(folder: string, table: ArchivedTable): Promise<void> {
  const found = await readDigest(folder, table.name);
  if (found?.sha256 === table.sha256 && found.rows === table.rows) return;
  throw new OperationRefused(`${tableFile(folder, table.name)} is damaged: it is not what was written. Nothing was changed; use another copy.`);
}

/** Null when the file cannot be read to its end. */
async function readDigest(folder: string, name: string) {
  const source = createReadStream(tableFile(folder, name));
  const unpacked = source.pipe(createGunzip());
  source.on("error", (error) => unpacked.destroy(error)); // pipe() alone does not pass errors on
  return digestOf(digesting(unpacked)).catch(() => null);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
