import * as z from "zod";

import type { Decided, Desk } from "#app/session/desk.server.ts";

import { callNext, endTurn, makeMove, setQueueOrder, setScribe, takeBackCall } from "./floor.server.ts";
import { endRoundTurn, goOnWithRound, startGoRound, stopGoRound } from "./go-round.server.ts";
import { takeBackTurn } from "./last-turn.server.ts";
import { moves } from "./moves.ts";
import { queueOrders } from "./queue.ts";
import { signalKinds } from "./signals.ts";
import { clearSignal } from "./signals.server.ts";

const id = z.string().min(1);

/** The desk's buttons about the talk, told apart by their `intent`. */
const deskForm = z.discriminatedUnion("intent", [
  /** `memberId`: whose hand; left out for whoever is next. */
  z.object({ intent: z.literal("callNext"), memberId: id.optional() }),
  z.object({ intent: z.literal("takeBackCall"), memberId: id }),
  /** `memberId`: who had the turn or the floor until a moment ago. */
  z.object({ intent: z.literal("takeBackTurn"), memberId: id }),
  z.object({ intent: z.literal("endTurn") }),
  z.object({ intent: z.literal("queueOrder"), order: z.enum(queueOrders) }),
  z.object({ intent: z.literal("startGoRound") }),
  z.object({ intent: z.literal("stopGoRound") }),
  z.object({ intent: z.literal("goOnWithRound") }),
  z.object({ intent: z.literal("endRoundTurn"), memberId: id, end: z.enum(["spoken", "passed", "later"]) }),
  z.object({ intent: z.literal("makeMove"), key: z.enum(moves) }),
  z.object({ intent: z.literal("clearMove") }),
  z.object({ intent: z.literal("clearSignal"), kind: z.enum(signalKinds) }),
  z.object({ intent: z.literal("setScribe"), memberId: id, scribe: z.enum(["yes", "no"]) }),
]);

/** Who is offered a turn, in order: what a go-round is at this stage, the floor above knows. */
type RoundOrder = () => Promise<readonly string[]>;

/** Decides what a button about the talk asks for; null when the button is not one of these. */
export async function decideOnTalk(desk: Desk, { sessionId, orderOf }: { readonly sessionId: string; readonly orderOf: RoundOrder }, form: FormData): Promise<Decided | null> {
  const read = deskForm.safeParse(Object.fromEntries(form));
  if (!read.success) return null;
  const wish = read.data;
  switch (wish.intent) {
    case "callNext": return callNext(desk, sessionId, wish.memberId ?? null);
    case "takeBackCall": return takeBackCall(desk, sessionId, wish.memberId);
    case "takeBackTurn": return takeBackTurn(desk, sessionId, wish.memberId);
    case "endTurn": return endTurn(desk, sessionId);
    case "queueOrder": return setQueueOrder(desk, sessionId, wish.order);
    case "startGoRound": return startGoRound(desk, sessionId, await orderOf());
    case "stopGoRound": return stopGoRound(desk, sessionId);
    case "goOnWithRound": return goOnWithRound(desk, sessionId);
    case "endRoundTurn": return endRoundTurn(desk, sessionId, wish);
    case "makeMove": return makeMove(desk, sessionId, wish.key);
    case "clearMove": return makeMove(desk, sessionId, null);
    case "clearSignal": return clearSignal(desk, sessionId, wish.kind);
    case "setScribe": return setScribe(desk, sessionId, { memberId: wish.memberId, scribe: wish.scribe === "yes" });
  }
}
