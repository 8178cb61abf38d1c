import { useLocation } from "@remix-run/react";
import { useMemo } from "react";

import { usePeople } from "#app/live/live-session.tsx";
import type { Present } from "#app/scribe/penned.ts";
import type { TalkSetting } from "#app/talk/setting.ts";

import type { Room } from "./room.ts";
import { useBoard } from "./use-board.ts";
import { usePerson } from "./use-person.ts";

/** What the talk is drawn with on this page, but for what is done to it. The same object while nothing of it changed. */
export function useTalkSetting(room: Room): Omit<TalkSetting, "act"> {
  const { state } = useBoard();
  const { pathname, search } = useLocation();
  const personOf = usePerson();
  const writesFor = useWritesFor(room);
  const { id, language } = room.me;
  const { sessionId } = room;
  return useMemo(
    () => ({ address: `/s/${sessionId}/talk`, seatAddress: `/s/${sessionId}/people`, back: pathname + search, me: { id, language }, personOf, writesFor, mayWrite: state === "open" }),
    [sessionId, pathname, search, id, language, personOf, writesFor, state],
  );
}

/** Those for whom this member may write: everybody here for a scribe and a facilitator, people without a device first. */
export function useWritesFor({ me }: Room): readonly Present[] {
  const { talk: { floor } } = useBoard();
  const people = usePeople();
  return useMemo(() => {
    if (me.role !== "facilitator" && !floor.scribes.includes(me.id)) return [];
    const others = [...people.values()].filter(({ id, role }) => role === "participant" && id !== me.id);
    const present = others.map(({ id, name }) => ({ id, name, hasDevice: !floor.withoutDevice.includes(id) }));
    return present.sort((one, other) => Number(one.hasDevice) - Number(other.hasDevice));
  }, [me.id, me.role, floor.scribes, floor.withoutDevice, people]);
}
