import { activityOf } from "./activities.ts";
import type { Room } from "./room.ts";
import { useBoard } from "./use-board.ts";

/** Why a list cannot be changed now, for telling people; null when it can. The hub decides; this only explains. */
export function useReadOnly(room: Room, kind: "principles" | "priorities"): "frozen" | "closed" | "notNow" | null {
  const { state, frozen, stages, stageId } = useBoard();
  if (state !== "open") return "closed";
  if (frozen) return "frozen";
  const activity = stages.find(({ id }) => id === stageId)?.activity;
  const drafting = activity !== undefined && activityOf(activity).drafts.includes(kind);
  return drafting || room.me.role === "facilitator" ? null : "notNow";
}
