import { whyReadOnly } from "./rights.ts";
import type { Room } from "./room.ts";
import { useBoard } from "./use-board.ts";

/** Why a list cannot be changed now, for telling people; null when it can. The hub decides; this only explains. */
export function useReadOnly(room: Room, kind: "principles" | "priorities" | "rules"): ReturnType<typeof whyReadOnly> {
  const { state, frozen, rulesAgreed, stages, stageId } = useBoard();
  const activity = stages.find(({ id }) => id === stageId)?.activity ?? null;
  return whyReadOnly({ state, frozen, rulesAgreed, activity, role: room.me.role }, kind);
}
