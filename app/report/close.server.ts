/**
 * Closing a session for good. The order matters: first the documents are sealed (what was taken is on disk,
 * what comes later is refused and stays with its author), then they are read, then one transaction writes the
 * record and closes the session. Broken off between, it stands as before but sealed; closing again finishes it.
 */
import type { AppLoadContext } from "@remix-run/node";

import type { Db } from "#app/context.server.ts";
import { hashOfToken } from "#app/host/token.server.ts";
import type { WordKey } from "#app/language/words.ts";
import { bumpBoard, readRun, type Decided, type Transaction } from "#app/session/desk.server.ts";
import { moved } from "#app/session/machine.ts";

import { makeRecord } from "./make-record.ts";
import { reportToken } from "./link.server.ts";
import { readSealedDocuments, sealedFrom } from "./sealed.server.ts";

export type ClosingParts = Pick<AppLoadContext, "db" | "live" | "secrets" | "disclosureMinimum">;

/** How long a closing may wait for its turn, and take itself: it reads and writes everything a session holds. */
const CLOSING = { maxWait: 10_000, timeout: 30_000 } as const;

/**
 * Closes an open session and writes its record. Refused while a round is open, and before the session was
 * ever opened. Closing what is closed is fine: two facilitators may press at once.
 */
export async function closeSession({ db, live, secrets, disclosureMinimum }: ClosingParts, sessionId: string): Promise<Decided> {
  const problem = await whyNotClose(db, sessionId);
  if (problem) return { ok: false, problem };
  await live.seal(sessionId);
  const documents = await readSealedDocuments({ db, live }, sessionId);
  const decided = await db.$transaction(async (tx): Promise<Decided> => {
    const session = await bumpBoard(tx, sessionId);
    if (!session) return { ok: true };
    const openedMeanwhile = await whyNotClose(tx, sessionId);
    if (openedMeanwhile) return { ok: false, problem: openedMeanwhile };
    const closedAt = new Date();
    const sealed = await sealedFrom(tx, { session, documents, closedAt, minimum: disclosureMinimum });
    await writeRecord(tx, { sessionId, closedAt, record: makeRecord(sealed), reportToken: hashOfToken(reportToken(secrets, sessionId)) });
    return { ok: true };
  }, CLOSING);
  if (decided.ok) await live.deskChanged(sessionId);
  return decided;
}

/** Why this session cannot be closed now; null when it can, or is. */
export async function whyNotClose(db: Db | Transaction, sessionId: string): Promise<WordKey | null> {
  const session = await db.session.findUniqueOrThrow({ where: { id: sessionId } });
  const roundOpen = (await db.round.count({ where: { sessionId, closedAt: null } })) > 0;
  const closed = moved(readRun(session), { move: "close" }, { now: Date.now(), stages: [], roundOpen, rehearsal: session.rehearsal });
  return closed.ok ? null : closed.problem;
}

interface Written {
  readonly sessionId: string;
  readonly closedAt: Date;
  readonly record: object;
  /** SHA-256 of the token in the public link. */
  readonly reportToken: string;
}

/** Closes the session, its door and its clock, with the record in the same breath. */
async function writeRecord(tx: Transaction, { sessionId, ...written }: Written): Promise<void> {
  const ended = { state: "closed", code: null, doorOpenedAt: null, clockEndsAt: null, clockLeftMs: null } as const;
  await tx.session.update({ where: { id: sessionId }, data: { ...ended, ...written } });
}
