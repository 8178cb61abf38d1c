/** What pages without JavaScript do to a list: the same acts, through the same log and broadcast as everybody's typing. */
import * as z from "zod";

import type { Db } from "#app/context.server.ts";
import type { WordKey } from "#app/language/words.ts";
import { HeldError, type Live } from "#app/live/live.doc.ts";
import { whyNotTaken } from "#app/live/not-taken.server.ts";

import type { Act, Outcome, ReadOnly } from "./acts.ts";
import { perform, type Hand } from "./perform.doc.ts";

export interface Asked {
  readonly documentId: string;
  readonly act: Act;
  readonly hand: Hand;
  /** Why this member may not write in this list now; null when they may. */
  readonly readOnly: ReadOnly | null;
}

type NotDone = { readonly came: "readOnly"; readonly why: ReadOnly } | { readonly came: "held" } | { readonly came: "noRoom" };

const CLOSED = "lists.readOnly.closed";

/** Does it on behalf of the member and resolves when it is on disk. Never throws for what people can do wrong. */
export async function changeList(live: Live, { documentId, act, hand, readOnly }: Asked): Promise<Outcome | NotDone> {
  if (readOnly) return { came: "readOnly", why: readOnly };
  let outcome: Outcome = { came: "gone" };
  try {
    await live.write(documentId, hand.by, (doc) => { outcome = perform(doc, act, hand); });
  } catch (error) {
    if (error instanceof HeldError) return { came: "held" };
    return whyNotTaken(error, CLOSED) === CLOSED ? { came: "readOnly", why: "closed" } : { came: "noRoom" };
  }
  return outcome;
}

/** The sentence for what could not be done; null when it was done. */
export function problemWith(outcome: Awaited<ReturnType<typeof changeList>>): WordKey | null {
  if (outcome.came === "readOnly") return `lists.readOnly.${outcome.why}`;
  if (outcome.came === "full") return "lists.fullProblem";
  if (outcome.came === "noRoom") return "live.noRoom";
  if (outcome.came === "held") return "lists.bulk";
  return outcome.came === "gone" ? "lists.gone" : null;
}

/** Where to go when it was done: the item on the page people came from, or a page that says both wordings are kept. */
export function pageAfter(outcome: Awaited<ReturnType<typeof changeList>>, { address, back }: { readonly address: string; readonly back: string }): string {
  const itemId = "itemId" in outcome ? outcome.itemId : "";
  if (outcome.came === "bothKept") return `${address}?${new URLSearchParams({ back, item: itemId, both: "kept" })}`;
  return itemId ? `${back}#item-${itemId}` : back;
}

/** The id of a list of this session, as an address names it. Throws a 404 Response for anything else. */
export async function listDocument(db: Db, sessionId: string, id = ""): Promise<string> {
  const found = await db.document.findFirst({ where: { id, sessionId, kind: { in: ["principles", "priorities", "rules"] } }, select: { id: true } });
  if (!found) throw new Response(null, { status: 404 });
  return found.id;
}

const aboutSchema = z.object({
  document: z.string().catch(""),
  item: z.string().catch(""),
  back: z.string().catch(""),
  both: z.string().optional(),
});

/** Which list a form or an address is about, and the page to go back to: always one of this session's room. */
export function aboutWhat(fields: FormData | URLSearchParams, sessionId: string) {
  const { document, item, back, both } = aboutSchema.parse(Object.fromEntries(fields));
  const room = `/s/${sessionId}`;
  const isRoom = back === room || back.startsWith(`${room}?`);
  const areBothKept = both === "kept";
  // A refused form is answered at an address that says nothing.
  const titleKey: WordKey = areBothKept ? "lists.bothKept.title" : document ? "lists.chooser.title" : "lists.refused.title";
  return { documentId: document, itemId: item, back: isRoom ? back : room, areBothKept, titleKey };
}
