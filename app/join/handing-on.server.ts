/** Handing a shared device on: the person before keeps a way back, the person after finds nothing of theirs. */
import { redirect } from "@remix-run/node";

import type { Db } from "#app/context.server.ts";
import { signOut } from "#app/host/sign-in.server.ts";
import { hashOfToken } from "#app/host/token.server.ts";
import { isDoorOpen } from "#app/session/code.ts";
import type { Desk } from "#app/session/desk.server.ts";
import { leaveEverySeat, requireMember } from "#app/session/seat.server.ts";
import type { Member } from "#prisma/client.ts";

import { goOn, joiningOf, type Browser } from "./answers.server.ts";
import { newReturnCode } from "./return-code.ts";
import { hangUp } from "./seating.server.ts";

/** The participant who hands on. Throws a redirect to the room for a facilitator, who has an account, and to /join for everybody else. */
export async function requireParticipant(args: Parameters<typeof requireMember>[0]): Promise<Member> {
  const member = await requireMember(args);
  if (member.role !== "participant") throw redirect(`/s/${member.sessionId}`);
  return member;
}

/** Ids of the session's shared documents. */
export async function documentsOf(db: Db, sessionId: string): Promise<string[]> {
  const documents = await db.document.findMany({ where: { sessionId }, select: { id: true } });
  return documents.map(({ id }) => id);
}

/** The return code to show before the device goes, once it was asked for; null before. */
export async function codeToKeep(browser: Browser, sessionId: string): Promise<string | null> {
  const joining = await joiningOf(browser);
  return joining?.step === "handingOn" && joining.sessionId === sessionId ? joining.returnCode : null;
}

/**
 * Gives the person a further return code, and shows it. The first one is kept as a hash only and cannot be shown
 * again; it stays good, since it may stand on a paper in their pocket. A third takes the second's place.
 */
export async function giveLaterCode({ context, request }: Browser & { readonly context: Pick<Desk, "db"> }, { id, sessionId }: Pick<Member, "id" | "sessionId">): Promise<Response> {
  const returnCode = newReturnCode();
  await context.db.member.update({ where: { id }, data: { laterCodeHash: hashOfToken(returnCode) } });
  return goOn(context, new URL(request.url).pathname, { step: "handingOn", sessionId, returnCode });
}

/** Ends every seat and sign-in of this browser, has what it kept wiped, and leads to a fresh way in, with the code while the door is open. */
export async function handOver({ context, request }: Browser & { readonly context: Desk }, sessionId: string): Promise<Response> {
  const cookies = request.headers.get("Cookie");
  const { setCookie, memberIds } = await leaveEverySeat(context.db, { cookies, origin: context.origin });
  await hangUp(context, memberIds);
  const session = await context.db.session.findUnique({ where: { id: sessionId }, select: { code: true, doorOpenedAt: true } });
  const next = session?.code && isDoorOpen(session) ? { step: "scanned" as const, code: session.code } : null;
  const response = await goOn(context, "/join", next, setCookie, await signOut(context.db, cookies, context.origin));
  response.headers.set("Clear-Site-Data", '"storage"');
  return response;
}
