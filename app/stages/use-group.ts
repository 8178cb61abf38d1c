import { useFetcher } from "@remix-run/react";
import { useEffect, useState } from "react";

import type { GroupPages, Room } from "./room.ts";
import { useBoard } from "./use-board.ts";

/**
 * The small group whose pages this person works on: their own, or for a facilitator the one looked at. The noticeboard
 * only says that something about groups has changed; who is in which is then fetched, by those concerned.
 */
export function useGroup(room: Room): { readonly group: GroupPages | null; readonly lookAt: (groupId: string | null) => void } {
  const { groups: { working, placed } } = useBoard();
  const now = `${working.join()} ${placed}`;
  const [lookedAt, setLookedAt] = useState<string | null>(null);
  const [known, setKnown] = useState(`${room.board.groups.working.join()} ${room.board.groups.placed}`);
  const { load, data } = useFetcher<{ group: GroupPages | null }>();
  // An effect because fetching is something the page does beside rendering.
  useEffect(() => {
    if (now === known) return;
    setKnown(now);
    load(addressOf(room.sessionId, lookedAt));
  }, [now, known, load, lookedAt, room.sessionId]);
  const lookAt = (groupId: string | null) => {
    setLookedAt(groupId);
    load(addressOf(room.sessionId, groupId));
  };
  const group = data ? data.group : room.group;
  return { group: group && working.includes(group.id) ? group : null, lookAt };
}

function addressOf(sessionId: string, groupId: string | null): string {
  return `/s/${sessionId}/group${groupId ? `?id=${groupId}` : ""}`;
}
