/** Looks whether pieces of erased words still stand anywhere in the record of a session. */
import type { Db } from "#app/context.server.ts";
import { Prisma } from "#prisma/client.ts";

/** Milliseconds after which the search is given up, and says so. */
const SEARCH_MS = 20_000;

interface Column {
  readonly table: string;
  readonly column: string;
  readonly isBytes: boolean;
  /** By which column a row is one of this session. */
  readonly scope: string;
}

/** In how many rows and columns of the session any of these pieces stands; null when looking everywhere would take too long. */
export async function placesHolding(db: Db, sessionId: string, windows: readonly string[]): Promise<number | null> {
  const started = performance.now();
  let found = 0;
  for (const column of await columnsOf(db)) {
    if (performance.now() - started > SEARCH_MS) return null;
    const [counted] = await db.$queryRaw<{ found: number }[]>(placesSql(column, sessionId, windows));
    found += counted?.found ?? 0;
  }
  return found;
}

/** Every column that can hold words, of every table whose rows belong to a session: read from the store itself, so that no later table is forgotten. */
function columnsOf(db: Db): Promise<Column[]> {
  return db.$queryRaw<Column[]>`
    SELECT DISTINCT ON (c.table_name, c.column_name) c.table_name::text AS "table", c.column_name::text AS "column", c.data_type = 'bytea' AS "isBytes", s.column_name::text AS "scope"
    FROM information_schema.columns c JOIN information_schema.columns s ON s.table_schema = c.table_schema AND s.table_name = c.table_name
    WHERE c.table_schema = current_schema() AND c.data_type IN ('text', 'jsonb', 'bytea')
    AND (s.column_name IN ('sessionId', 'documentId') OR (s.table_name = 'Session' AND s.column_name = 'id'))
    ORDER BY c.table_name, c.column_name, s.column_name DESC`;
}

function placesSql({ table, column, isBytes, scope }: Column, sessionId: string, windows: readonly string[]): Prisma.Sql {
  const [from, held, by] = [table, column, scope].map((name) => Prisma.raw(`"${name}"`));
  const holds = isBytes ? Prisma.sql`position(convert_to(w, 'UTF8') IN t.${held}) > 0` : Prisma.sql`strpos(t.${held}::text, w) > 0`;
  const isOurs = scope === "documentId" ? Prisma.sql`t.${by} IN (SELECT id FROM "Document" WHERE "sessionId" = ${sessionId})` : Prisma.sql`t.${by} = ${sessionId}`;
  return Prisma.sql`SELECT count(*)::int AS found FROM ${from} t WHERE ${isOurs} AND EXISTS (SELECT 1 FROM unnest(${windows}::text[]) AS w WHERE ${holds})`;
}
