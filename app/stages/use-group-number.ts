import { useCallback, useEffect, useState } from "react";

import { readJson } from "#app/ui/read-json.ts";

import type { Room } from "./room.ts";
import { useBoard } from "./use-board.ts";

type Numbers = Room["groupNumbers"];

/**
 * The number by which people know a small group; null when it is not known. Groups formed after this page was made are
 * asked for once they come back, for only then do the room's questions name them. Without an answer the
 * numbers known before stay.
 */
export function useGroupNumber({ sessionId, board, groupNumbers }: Room): (groupId: string) => number | null {
  const { groups: { merged } } = useBoard();
  const [numbers, setNumbers] = useState<Numbers>(groupNumbers);
  const [known, setKnown] = useState(board.groups.merged);
  // An effect because fetching is something the page does beside rendering.
  useEffect(() => {
    if (merged === known) return;
    setKnown(merged);
    void readJson<{ numbers: Numbers }>(`/s/${sessionId}/group`).then((now) => now && setNumbers(now.numbers));
  }, [merged, known, sessionId]);
  return useCallback((groupId: string) => numbers[groupId] ?? null, [numbers]);
}
