/** The floor as the noticeboard tells it to everybody: who speaks, who waits, whose turn is next, who writes for others. Member ids only. */
import * as z from "zod/mini";

import { queueOrders } from "./queue.ts";

export const floorSchema = z.object({
  /** Hands that are up, in the order in which they will be called. */
  hands: z.array(z.string()),
  order: z.enum(queueOrders),
  /** Who was called and has not finished; null for nobody. */
  speaking: z.nullable(z.string()),
  /** Whose turns of the go-round are now (the first) and to come; null when there is none at this stage. */
  around: z.nullable(z.array(z.string())),
  /** Turns still to come of a go-round that was stopped at this stage; 0 for none. */
  stopped: z.number(),
  /** Those who may write for others now; facilitators always may. */
  scribes: z.array(z.string()),
  /** Those who ever might: what they wrote for others is those others' words. */
  wroteForOthers: z.array(z.string()),
  /** People in the room who have no device. */
  withoutDevice: z.array(z.string()),
});
export type Floor = z.infer<typeof floorSchema>;

export const emptyFloor: Floor = { hands: [], order: "asOf", speaking: null, around: null, stopped: 0, scribes: [], wroteForOthers: [], withoutDevice: [] };

/** Whose turn it is: of the go-round when there is one, of the queue otherwise. */
export function speakerOf({ around, speaking }: Floor): string | null {
  return around?.[0] ?? speaking;
}

/** Where somebody stands. `place`: 1 is next after whoever speaks now; a go-round goes before the queue. */
export type Standing = { readonly is: "speaking" | "turn" | "none" } | { readonly is: "queue" | "around"; readonly place: number };

export function standingOf({ hands, speaking, around }: Floor, memberId: string): Standing {
  const turn = around?.indexOf(memberId) ?? -1;
  if (turn === 0) return { is: "turn" };
  if (turn > 0) return { is: "around", place: turn };
  if (speaking === memberId) return { is: "speaking" };
  const place = hands.indexOf(memberId) + 1;
  return place > 0 ? { is: "queue", place } : { is: "none" };
}

/** What somebody can do about the floor first: end their turn, take their hand down, or raise it. A hand may be up in the middle of a go-round. */
export function firstAct(floor: Floor, memberId: string): "finished" | "lower" | "raise" {
  const { is } = standingOf(floor, memberId);
  if (is === "speaking" || is === "turn") return "finished";
  return floor.hands.includes(memberId) || floor.speaking === memberId ? "lower" : "raise";
}
