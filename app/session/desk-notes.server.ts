/** What a facilitator keeps at the desk for themself alone: notes, and how much they have looked at. Told to nobody, in no report. */
import * as z from "zod";

import type { Db } from "#app/context.server.ts";

import { readSeen, type Counts } from "./news.ts";

export interface DeskNotes {
  readonly text: string;
  readonly seen: Counts;
}

interface Desk {
  readonly sessionId: string;
  readonly facilitatorId: string;
}

/** As much as a facilitator may write for themself in a session. */
const LENGTH = 20_000;
const form = z.object({ text: z.string().max(LENGTH) });

export async function deskNotesOf(db: Db, key: Desk): Promise<DeskNotes> {
  const row = await db.deskNote.findUnique({ where: { sessionId_facilitatorId: key } });
  return { text: row?.text ?? "", seen: readSeen(row?.seen) };
}

/** Keeps the notes of a posted form; false when they are longer than is kept. */
export async function keepDeskNote(db: Db, key: Desk, posted: FormData): Promise<boolean> {
  const read = form.safeParse({ text: posted.get("text") });
  if (read.success) await write(db, key, { text: read.data.text });
  return read.success;
}

/** They have looked at this much. */
export function keepSeen(db: Db, key: Desk, counts: Counts): Promise<void> {
  return write(db, key, { seen: { ...counts } });
}

async function write(db: Db, key: Desk, change: { readonly text?: string; readonly seen?: Record<string, number> }): Promise<void> {
  await db.deskNote.upsert({ where: { sessionId_facilitatorId: key }, create: { ...key, text: "", ...change }, update: change });
}
