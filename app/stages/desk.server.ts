import type { AppLoadContext } from "@remix-run/node";

import { canUndo, readPast } from "#app/session/machine.ts";
import { aroundOf } from "#app/session/desk.server.ts";
import { deskNotesOf, keepDeskNote, keepSeen } from "#app/session/desk-notes.server.ts";
import type { DeskState } from "#app/session/desk-state.ts";
import type { Facilitator, Session } from "#prisma/client.ts";

import { needingIn } from "./needs.server.ts";
import { countsIn } from "./news.server.ts";

type Parts = Pick<AppLoadContext, "db" | "live">;
type Owner = Pick<Facilitator, "id">;

/** What one facilitator's desk shows and the noticeboard does not tell: nobody else's page needs it. */
export async function deskOf(parts: Parts, session: Session, { id: facilitatorId }: Owner): Promise<DeskState> {
  const [needing, counts, note] = await Promise.all([needingIn(parts, session.id), countsIn(parts, session.id), deskNotesOf(parts.db, { sessionId: session.id, facilitatorId })]);
  const { stages, now } = await aroundOf(parts.db, session, needing);
  const { before } = readPast(session.stageBefore);
  return {
    before: before && canUndo(before, now) ? before : null,
    unmet: Object.fromEntries(stages.flatMap(({ id, unmet }) => (unmet ? [[id, unmet]] : []))),
    held: needing.held,
    counts,
    note,
  };
}

/** Keeps what a facilitator writes and notes for themself; null for a form that is about something else, false for one that is too long. */
export async function keepForMyself(parts: Parts, { sessionId, facilitatorId }: { readonly sessionId: string; readonly facilitatorId: string }, form: FormData): Promise<boolean | null> {
  const intent = form.get("intent");
  if (intent === "deskNote") return keepDeskNote(parts.db, { sessionId, facilitatorId }, form);
  if (intent !== "looked") return null;
  await keepSeen(parts.db, { sessionId, facilitatorId }, await countsIn(parts, sessionId));
  return true;
}
