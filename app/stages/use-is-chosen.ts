import type { StageNotice } from "./board.ts";
import { useBoard } from "./use-board.ts";

/** True at a stage of choosing once a question is chosen: its prompt has been answered, and is not asked any more. */
export function useIsChosen({ activity }: StageNotice): boolean {
  const { choosing: { chosen } } = useBoard();
  return activity === "choosing" && chosen !== null;
}
