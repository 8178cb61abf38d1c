/** Which tables the record has, in an order in which they can be filled again, and how a copy of one reads. */
import { createHash } from "node:crypto";

import pg from "pg";
import { to as copyTo } from "pg-copy-streams";

export interface Table {
  readonly name: string;
  /** Without those that the database computes. */
  readonly columns: readonly string[];
  /** Of the primary key: the order of the copy, so that the same rows give the same bytes. */
  readonly key: readonly string[];
}

/** What a copy of a table comes to. */
export interface Digest {
  readonly rows: number;
  /** SHA-256, hex, over the lines of COPY's text format. */
  readonly sha256: string;
}

/** Every form of a value on the wire that a server's own settings could change. */
const PLAIN_FORMS = "SET timezone = 'UTC'; SET datestyle = 'ISO'; SET bytea_output = 'hex'; SET client_encoding = 'UTF8'; SET extra_float_digits = 1; SET lock_timeout = '10s'";

/** A connection on which the same value always reads the same. Ends it afterwards. */
export async function withPlainClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined); // the query in hand fails with the same error
  await client.connect();
  try {
    await client.query(PLAIN_FORMS);
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Prisma's own table is not part of the record: a copy names its migrations instead. */
const TABLES = `
  SELECT c.relname AS name,
         array_agg(a.attname ORDER BY a.attnum) FILTER (WHERE a.attgenerated = '')::text[] AS columns,
         (SELECT array_agg(k.attname ORDER BY array_position(i.indkey::int2[], k.attnum))::text[] FROM pg_index i JOIN pg_attribute k ON k.attrelid = c.oid AND k.attnum = ANY(i.indkey::int2[]) WHERE i.indrelid = c.oid AND i.indisprimary) AS key,
         (SELECT coalesce(array_agg(DISTINCT p.relname), '{}')::text[] FROM pg_constraint f JOIN pg_class p ON p.oid = f.confrelid WHERE f.conrelid = c.oid AND f.contype = 'f' AND p.oid <> c.oid) AS parents
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
  GROUP BY c.oid, c.relname ORDER BY c.relname`;

/** All tables, each after those that its rows point to. */
export async function listTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table & { parents: string[] }>(TABLES);
  const sorted: (Table & { parents: string[] })[] = [];
  while (sorted.length < rows.length) {
    const next = rows.filter((table) => !sorted.includes(table) && table.parents.every((parent) => sorted.some((one) => one.name === parent)));
    if (next.length === 0) throw new Error("The tables of the record point to each other in a ring.");
    sorted.push(...next);
  }
  return sorted.map(({ name, columns, key }) => ({ name, columns, key }));
}

/** The rows of a table as COPY's text lines; a digest of what went by is in `digest` once they have all been read. */
export function readTable(client: pg.ClientBase, { name, columns, key }: Table): { lines: AsyncIterable<Buffer>; digest: () => Digest } {
  const source = client.query(copyTo(`COPY (SELECT ${list(columns)} FROM ${pg.escapeIdentifier(name)} ORDER BY ${list(key)}) TO STDOUT`));
  return digesting(source);
}

/** The same bytes, counted and hashed as they go by. COPY escapes line breaks, so a line is a row. */
export function digesting(source: AsyncIterable<Buffer>): { lines: AsyncIterable<Buffer>; digest: () => Digest } {
  const hash = createHash("sha256");
  let rows = 0;
  async function* pass() {
    for await (const chunk of source) {
      hash.update(chunk);
      for (const byte of chunk) if (byte === LINE_BREAK) rows++;
      yield chunk;
    }
  }
  return { lines: pass(), digest: () => ({ rows, sha256: hash.digest("hex") }) };
}

const LINE_BREAK = 10;

/** Reads to the end for the digest alone. */
export async function digestOf({ lines, digest }: { lines: AsyncIterable<Buffer>; digest: () => Digest }): Promise<Digest> {
  const reader = lines[Symbol.asyncIterator]();
  while (!(await reader.next()).done);
  return digest();
}

/** Names as a list in SQL. */
export function list(names: readonly string[]): string {
  return names.map((name) => pg.escapeIdentifier(name)).join(", ");
}
