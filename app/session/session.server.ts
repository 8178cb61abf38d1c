import type { Db } from "#app/context.server.ts";
import type { Enquiry, Facilitator, Session } from "#prisma/client.ts";

export type SessionOfTeam = Session & { readonly enquiry: Enquiry };

/** The session, when its enquiry is the facilitator's. Throws a 404 Response for missing and not theirs alike. */
export async function sessionFor(db: Db, facilitator: Pick<Facilitator, "id">, sessionId: string | undefined): Promise<SessionOfTeam> {
  const theirs = { team: { some: { facilitatorId: facilitator.id } } };
  const session = sessionId && (await db.session.findFirst({ where: { id: sessionId, enquiry: theirs }, include: { enquiry: true } }));
  if (!session) throw new Response(null, { status: 404 });
  return session;
}

/** True once an open session has left its first stage: whoever comes now comes late. */
export async function isUnderWay(db: Db, sessionId: string): Promise<boolean> {
  const session = await db.session.findUnique({ where: { id: sessionId }, select: { state: true, currentStageId: true, stages: { orderBy: [{ position: "asc" }, { id: "asc" }], take: 1, select: { id: true } } } });
  return session?.state === "open" && session.currentStageId !== null && session.currentStageId !== session.stages[0]?.id;
}
