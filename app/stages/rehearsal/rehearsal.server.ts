/** Rehearsing a session: a copy of it with pretend members, wiped whole when it ends. No report is ever written of it. */
import type { AppLoadContext } from "@remix-run/node";

import type { Db } from "#app/context.server.ts";
import { CONSENT_VERSION } from "#app/join/consent.ts";
import { move, openDoor } from "#app/session/desk.server.ts";
import { readRequiredMix } from "#app/session/mix.ts";
import type { SessionOfTeam } from "#app/session/session.server.ts";
import { readBilingual } from "#app/language/bilingual.ts";
import { needingIn } from "#app/stages/needs.server.ts";

import { cast } from "./cast.ts";

type Parts = Pick<AppLoadContext, "db" | "live">;

/**
 * Where a rehearsal of this session goes on, or begins; its id. One at a time for each facilitator. It opens with its
 * door shut: nobody comes in by mistake. One that cannot be opened stands at its desk, which says why.
 */
export async function rehearse(parts: Parts, session: SessionOfTeam, facilitatorId: string): Promise<string> {
  const under = await rehearsalOf(parts.db, { sessionId: session.id, facilitatorId });
  if (under) return under;
  const id = await copy(parts.db, session, facilitatorId);
  const needing = await needingIn(parts, id);
  const opened = await openDoor(parts, id, needing);
  if (opened.ok) await move(parts, id, { move: "closeDoor" }, needing);
  return id;
}

/** The facilitator's rehearsal of a session that is under way; null when there is none. */
export async function rehearsalOf(db: Db, { sessionId, facilitatorId }: { readonly sessionId: string; readonly facilitatorId: string }): Promise<string | null> {
  const row = await db.session.findFirst({ where: { rehearsal: true, rehearsalOfId: sessionId, rehearsalById: facilitatorId }, select: { id: true } });
  return row?.id ?? null;
}

/** Stages and evidence as they are prepared now, and eight people whom nobody is. */
async function copy(db: Db, session: SessionOfTeam, facilitatorId: string): Promise<string> {
  const { id, enquiryId, title, template, publishCount, requiredMix } = session;
  const stages = await db.stage.findMany({ where: { sessionId: id }, select: { position: true, activity: true, minutes: true, name: true, prompt: true } });
  const evidence = await db.sessionEvidence.findMany({ where: { sessionId: id }, select: { versionId: true, position: true } });
  const consent = { consentVersion: CONSENT_VERSION, consentAt: new Date() };
  const made = await db.session.create({
    data: {
      enquiryId, template, publishCount, title: readBilingual(title), requiredMix: readRequiredMix(requiredMix),
      rehearsal: true, rehearsalOfId: id, rehearsalById: facilitatorId,
      stages: { create: stages.map((stage) => ({ ...stage, name: readBilingual(stage.name), prompt: readBilingual(stage.prompt) })) },
      evidence: { create: evidence },
      members: { create: cast.map((pretend) => ({ ...pretend, ...consent, pretend: true })) },
    },
  });
  return made.id;
}

/** Wipes a rehearsal: its rows, its log, and what deleted rows leave in the tables' files. Answers the session it rehearsed; null when it is none. */
export async function endRehearsal({ db, live }: Parts, sessionId: string): Promise<string | null> {
  const session = await db.session.findFirst({ where: { id: sessionId, rehearsal: true }, include: { members: { select: { id: true } } } });
  if (!session) return null;
  // Sealed first: nothing that is still on its way is written after the wiping.
  await live.seal(sessionId);
  await db.session.delete({ where: { id: sessionId } });
  for (const { id } of session.members) live.unseat(id);
  await db.$executeRaw`VACUUM "DocumentUpdate", "DocumentSnapshot", "PrivateNote", "DeskNote", "Member", "Session"`;
  return session.rehearsalOfId;
}
