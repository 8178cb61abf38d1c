import { useLocation } from "@remix-run/react";

import { useReflections, type Reflecting } from "#app/talk/use-reflections.ts";

import type { Room } from "./room.ts";
import { useBoard } from "./use-board.ts";
import { usePerson } from "./use-person.ts";

/** Where and by whom words about the talk are written on this page. */
export function useReflectingSetting({ sessionId, me }: Room): Omit<Reflecting, "barriers" | "review" | "act"> {
  const personOf = usePerson();
  const { state } = useBoard();
  const { pathname, search } = useLocation();
  const nameOf = (memberId: string) => {
    const { name, perspective } = personOf(memberId);
    return [name, perspective].filter(Boolean).join(", ");
  };
  return { address: `/s/${sessionId}/reflections`, back: pathname + search, me, nameOf, mayWrite: state === "open" };
}

/** Words about the talk, followed live. */
export function useReflecting(room: Room, talk: NonNullable<Room["talk"]>): Reflecting {
  return useReflections(talk, useReflectingSetting(room));
}
