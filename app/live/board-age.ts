/** Which of two boards is the older one, for both ends of the wire. All that the wire knows of a board is its number. */
import * as z from "zod/mini";

const numbered = z.object({ version: z.number() });

/** True when `board` says less than `known`: every decision of the desk counts the board one up. Without numbers nobody can tell, and what came last counts. */
export function isOlderBoard(board: unknown, known: unknown): boolean {
  const [one, other] = [numbered.safeParse(board), numbered.safeParse(known)];
  return one.success && other.success && one.data.version < other.data.version;
}
