/** What a facilitator does about what others changed: from the desk, and from the page where changes are undone. */
import type { AppLoadContext } from "@remix-run/node";
import * as z from "zod";

import { SealedError } from "#app/live/live.doc.ts";
import type { Mend } from "#app/live/mend.ts";

import { decide, type Decided } from "./desk.server.ts";

const id = z.string().min(1);

const mendForm = z.discriminatedUnion("intent", [
  /** A held deletion: let it happen, or keep the words. */
  z.object({ intent: z.literal("letHappen"), documentId: id, memberId: id }),
  z.object({ intent: z.literal("keepWords"), documentId: id, memberId: id }),
  /** Take back all that a member changed in a document; put that back again. */
  z.object({ intent: z.literal("undo"), documentId: id, memberId: id }),
  z.object({ intent: z.literal("putBack"), documentId: id, row: z.coerce.number().int().min(1) }),
  /** The message about rows set aside has been read. */
  z.object({ intent: z.literal("asideSeen") }),
]);

type House = Pick<AppLoadContext, "db" | "live">;

/** Does what a button asks for; null when it is not one of these. `by` is the facilitator's member id. */
export async function mendFromDesk(house: House, { sessionId, by }: { sessionId: string; by: string }, form: FormData): Promise<Decided | null> {
  const read = mendForm.safeParse(Object.fromEntries(form));
  if (!read.success) return null;
  const wish = read.data;
  switch (wish.intent) {
    case "letHappen": return mend(house, { sessionId, by, documentId: wish.documentId }, { act: "letHappen", of: wish.memberId });
    case "undo": return mend(house, { sessionId, by, documentId: wish.documentId }, { act: "undo", of: wish.memberId });
    case "putBack": return mend(house, { sessionId, by, documentId: wish.documentId }, { act: "putBack", row: wish.row });
    case "keepWords": return keepWords(house, sessionId, wish);
    case "asideSeen": return putAsideAway(house, sessionId);
  }
}

interface Asked {
  readonly sessionId: string;
  readonly documentId: string;
  readonly by: string;
}

/** A frozen list is being ranked, or about to be: its wording is what people see on their ballots. */
async function mend({ db, live }: House, { sessionId, documentId, by }: Asked, what: Mend): Promise<Decided> {
  const document = await db.document.findFirst({ where: { id: documentId, sessionId }, select: { kind: true, session: { select: { frozen: true } } } });
  if (!document) return { ok: false, problem: "session.problem.unknown" };
  if (document.session.frozen && (document.kind === "principles" || document.kind === "priorities")) return { ok: false, problem: "session.mend.frozen" };
  try {
    return (await live.mend(documentId, what, by)) ? { ok: true } : { ok: false, problem: "session.mend.gone" };
  } catch (error) {
    if (error instanceof SealedError) return { ok: false, problem: "session.problem.closed" };
    throw error;
  }
}

/** The words stand as they did; whoever wanted them gone can try again, and will be asked about again. */
function keepWords(house: House, sessionId: string, { documentId, memberId }: { documentId: string; memberId: string }): Promise<Decided> {
  return decide(house, sessionId, async (tx) => {
    const { count } = await tx.heldDeletion.deleteMany({ where: { documentId, memberId, document: { sessionId } } });
    return count > 0 ? { ok: true } : { ok: false, problem: "session.mend.gone" };
  });
}

function putAsideAway(house: House, sessionId: string): Promise<Decided> {
  return decide(house, sessionId, async (tx) => {
    await tx.documentUpdate.updateMany({ where: { document: { sessionId }, quarantinedAt: { not: null } }, data: { quarantineToldAt: new Date() } });
    return { ok: true };
  });
}
