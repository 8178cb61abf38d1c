import type { Db } from "#app/context.server.ts";
import { missingKinds } from "#app/evidence/kinds.ts";
import type { Live } from "#app/live/live.doc.ts";
import { readRequiredMix, unmetMix } from "#app/session/mix.ts";
import { countPerspectives, readPerspective } from "#app/session/perspective.ts";
import type { Session } from "#prisma/client.ts";

import { balanceOf, timesHeard, type Balance, type Spoken } from "./balance.ts";
import { contributionsOf, type Contribution } from "./contributions.ts";
import { readTalk } from "./talk.doc.ts";

interface Parts {
  readonly db: Db;
  readonly live: Pick<Live, "read">;
}

/** For the facilitator's own desk only; never for the noticeboard. */
export async function balanceFor({ db, live, disclosureMinimum: minimum }: Parts & { readonly disclosureMinimum: number }, session: Pick<Session, "id" | "requiredMix">): Promise<Balance> {
  const { id: sessionId } = session;
  const [members, hands, contributions, shown] = await Promise.all([
    db.member.findMany({ where: { sessionId, role: "participant" }, select: { id: true, perspective: true, removedAt: true, leftAt: true } }),
    db.hand.findMany({ where: { sessionId, spokenAt: { not: null } }, select: { memberId: true, stageId: true } }),
    saidIn({ db, live }, sessionId),
    db.sessionEvidence.findMany({ where: { sessionId }, select: { version: { select: { kind: true } } } }),
  ]);
  const perspectiveOf = new Map(members.map(({ id, perspective }) => [id, readPerspective(perspective)]));
  const turns = timesHeard(hands, contributions.map(({ by: memberId, stageId }) => ({ memberId, stageId }))).flatMap((id) => perspectiveOf.get(id) ?? []);
  const seated = countPerspectives(members.filter(({ removedAt, leftAt }) => !removedAt && !leftAt).map(({ perspective }) => readPerspective(perspective)));
  return {
    heard: balanceOf({ seated, turns: countPerspectives(turns), minimum }),
    absent: unmetMix(readRequiredMix(session.requiredMix), seated).flatMap(({ perspective }): Spoken[] => (perspective === "unsaid" ? [] : [perspective])),
    unread: missingKinds(shown.map(({ version }) => version.kind)),
  };
}

/** Everything that was said in writing; nothing before the session opens. */
export async function saidIn({ db, live }: Parts, sessionId: string): Promise<Contribution[]> {
  const document = await db.document.findFirst({ where: { sessionId, kind: "talk" }, select: { id: true } });
  if (!document) return [];
  const writers = await db.member.findMany({ where: { sessionId, OR: [{ role: "facilitator" }, { scribedAt: { not: null } }] }, select: { id: true } });
  return contributionsOf(await live.read(document.id, readTalk), new Set(writers.map(({ id }) => id)));
}
