import * as z from "zod";

import { blocksSchema } from "#app/evidence/blocks.ts";
import { decide, type Decided, type Desk } from "#app/session/desk.server.ts";
import { Prisma } from "#prisma/client.ts";

import { passageIn, type Spotlight } from "./spotlight.ts";

const offset = z.coerce.number().int();
const itemId = z.string().min(1);

/** The forms of the spotlight's page: a passage by its sentences, the limitations of an item, or nothing any more. */
const spotlightForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("showPassage"), itemId, blockId: z.string().min(1), from: offset, to: offset }),
  z.object({ intent: z.literal("showLimitations"), itemId }),
  z.object({ intent: z.literal("takeDown") }),
]);

/** Decides what a form about the spotlight asks for; null when it is about something else. */
export async function decideOnSpotlight(desk: Desk, sessionId: string, form: FormData): Promise<Decided | null> {
  const read = spotlightForm.safeParse(Object.fromEntries(form));
  if (!read.success) return null;
  const wish = read.data;
  switch (wish.intent) {
    case "takeDown": return show(desk, sessionId, null);
    case "showLimitations": return show(desk, sessionId, { show: "limitations", itemId: wish.itemId });
    case "showPassage": return show(desk, sessionId, { show: "passage", itemId: wish.itemId, blockId: wish.blockId, ...inOrder(wish) });
  }
}

/** From a later sentence to an earlier one means the same as the other way round. */
function inOrder({ from, to }: { readonly from: number; readonly to: number }): { readonly start: number; readonly end: number } {
  return { start: Math.min(from, to), end: Math.max(from, to) };
}

/** Puts something on all screens, or takes down what is there. Only what is on this session's table. */
function show(desk: Desk, sessionId: string, spotlight: Spotlight | null): Promise<Decided> {
  return decide(desk, sessionId, async (tx) => {
    if (spotlight) {
      const onTable = await tx.sessionEvidence.findFirst({ where: { sessionId, version: { itemId: spotlight.itemId } }, select: { version: { select: { blocks: true } } } });
      const isThere = onTable && (spotlight.show === "limitations" || passageIn(blocksSchema.parse(onTable.version.blocks), spotlight) !== null);
      if (!isThere) return { ok: false, problem: "spotlight.gone" };
    }
    await tx.session.update({ where: { id: sessionId }, data: { spotlight: spotlight ?? Prisma.DbNull } });
    return { ok: true };
  });
}
