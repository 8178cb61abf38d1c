import { useCallback, useEffect, useRef, useState } from "react";

import { readJson } from "#app/ui/read-json.ts";

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
  const { group, load } = useFetchedGroup(room);
  // An effect because fetching is something the page does beside rendering.
  useEffect(() => {
    if (now === known) return;
    setKnown(now);
    load(lookedAt);
  }, [now, known, load, lookedAt]);
  const lookAt = (groupId: string | null) => {
    setLookedAt(groupId);
    load(groupId);
  };
  return { group: group && working.includes(group.id) ? group : null, lookAt };
}

/** The group as it was last answered. An answer that was overtaken by a later question is none; without one the last stays. */
function useFetchedGroup({ sessionId, group: initial }: Room) {
  const [group, setGroup] = useState(initial);
  const asked = useRef(0);
  const load = useCallback((groupId: string | null) => {
    const turn = ++asked.current;
    void readJson<{ group: GroupPages | null }>(addressOf(sessionId, groupId)).then((answer) => answer && turn === asked.current && setGroup(answer.group));
  }, [sessionId]);
  return { group, load };
}

function addressOf(sessionId: string, groupId: string | null): string {
  return `/s/${sessionId}/group${groupId ? `?id=${groupId}` : ""}`;
}
