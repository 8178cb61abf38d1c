/** Freezing and ranking: where the drafted priorities become candidates of a private round, and the round an outcome. */
import type { AppLoadContext } from "@remix-run/node";

import { readList, type List } from "#app/lists/lists.doc.ts";
import { bumpBoard, setFrozen, type Decided } from "#app/session/desk.server.ts";
import type { BallotAnswer, Candidate } from "#app/voting/round.ts";
import { castPosted, closeRound, openRound, scrubBallots, type PostedBallot } from "#app/voting/round.server.ts";

type Parts = Pick<AppLoadContext, "db" | "live" | "secrets" | "disclosureMinimum">;

/**
 * Freezes the wording of the priorities and opens a private round on exactly that wording. The freeze comes
 * first, so that nobody can reword between reading and asking; when the round cannot open it is lifted again.
 */
export async function openRankingRound({ db, live, secrets }: Omit<Parts, "disclosureMinimum">, sessionId: string): Promise<Decided> {
  const session = await db.session.findUniqueOrThrow({ where: { id: sessionId }, include: { documents: { where: { kind: "priorities" } } } });
  const document = session.documents[0];
  if (session.state !== "open" || !document) return { ok: false, problem: "voting.problem.sessionNotOpen" };
  const frozen = await setFrozen({ db, live }, sessionId, true);
  if (!frozen.ok) return frozen;
  const candidates = candidatesIn(await live.read(document.id, readList));
  const opened = await openRound(db, secrets, { sessionId, about: "priorities", candidates, choose: Math.min(session.publishCount, candidates.length), isFrozenWording: true });
  if (!opened.ok && !session.frozen) await setFrozen({ db, live }, sessionId, false);
  if (opened.ok) await announce({ db, live }, sessionId);
  return opened.ok ? { ok: true } : opened;
}

/** Casts a posted ballot. The count it raises is shown at the next stroke of the clock. */
export async function castBallotInRoom({ db, live, secrets }: Omit<Parts, "disclosureMinimum">, posted: PostedBallot): Promise<BallotAnswer> {
  const answer = await castPosted(db, secrets, posted);
  if (answer.ok) announceAtStroke({ db, live }, posted.sessionId);
  return answer;
}

/** Milliseconds. Turnout changes at these strokes only: a count that rose with a person's tap would tell who voted when. */
const STROKE_MS = 10_000;

/** Sessions whose new count is waiting for the stroke. */
const waiting = new Set<string>();

function announceAtStroke(parts: Pick<Parts, "db" | "live">, sessionId: string): void {
  if (waiting.has(sessionId)) return;
  waiting.add(sessionId);
  const announceNow = () => {
    waiting.delete(sessionId);
    // A count that could not be told is told with the next decision; the ballots themselves are kept.
    announce(parts, sessionId).catch(() => undefined);
  };
  setTimeout(announceNow, STROKE_MS - (Date.now() % STROKE_MS)).unref();
}

/** Closes the open round, publishes its outcome, once, and frees the wording for the drafting stages to come. Closing twice is harmless. */
export async function closeRankingRound({ db, live, secrets, disclosureMinimum: minimum }: Parts, sessionId: string): Promise<void> {
  const round = await db.round.findFirst({ where: { sessionId, about: "priorities", closedAt: null } });
  if (!round) return;
  await closeRound(db, secrets, { roundId: round.id, minimum });
  await announce({ db, live }, sessionId);
  // The outcome stands; that old bytes leave the table's file may come a moment later.
  void scrubBallots(db).catch(() => undefined);
}

/** What is on the list now, in order, as it will stand on the ballot. */
function candidatesIn({ items }: List): Candidate[] {
  return items.filter((item) => !item.removed && item.text.trim() !== "").map(({ id, text, lang }) => ({ id, text: text.trim(), lang }));
}

async function announce({ db, live }: Pick<Parts, "db" | "live">, sessionId: string): Promise<void> {
  await bumpBoard(db, sessionId);
  await live.deskChanged(sessionId);
}
