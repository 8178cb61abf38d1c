import { useLocation } from "@remix-run/react";

import { useReflections, type Reflecting, type ReflectingSetting } from "#app/talk/use-reflections.ts";

import type { Room } from "./room.ts";
import { useBoard } from "./use-board.ts";
import { usePerson } from "./use-person.ts";
import { useWritesFor } from "./use-talk-setting.ts";

/** Where and by whom words about the talk are written on this page. */
function useReflectingSetting(room: Room): ReflectingSetting {
  const { sessionId, me } = room;
  const personOf = usePerson();
  const { state, talk: { floor: { wroteForOthers: scribes } } } = useBoard();
  const writesFor = useWritesFor(room);
  const { pathname, search } = useLocation();
  const nameOf = (memberId: string) => {
    const { name, perspective } = personOf(memberId);
    return [name, perspective].filter(Boolean).join(", ");
  };
  return { address: `/s/${sessionId}/reflections`, back: pathname + search, me, nameOf, mayWrite: state === "open", writesFor, scribes };
}

/** Words about the talk, followed live. */
export function useReflecting(room: Room, talk: NonNullable<Room["talk"]>): Reflecting {
  return useReflections(talk, useReflectingSetting(room));
}
