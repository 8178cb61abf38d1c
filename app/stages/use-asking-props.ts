import { useCallback, useMemo } from "react";

import { noteId } from "#app/notes/addresses.ts";
import type { QuestionPassage, Questions } from "#app/questions/questions.doc.ts";
import type { AskingProps } from "#app/questions/use-asking.ts";

import { activityOf } from "./activities.ts";
import { passagesIn } from "./passages.ts";
import type { Drafted, Room } from "./room.ts";
import { useBoard } from "./use-board.ts";
import { useGroupNumber } from "./use-group-number.ts";
import { useSources } from "./use-sources.ts";
import { useWritesFor } from "./use-talk-setting.ts";

/** What questions are drawn with on this page; `document` is the room's, or a small group's. Passages are read anew by `refresh`. */
export function useAskingProps(room: Room, document: Drafted<Questions>): { readonly asking: AskingProps; readonly refresh: () => void } {
  const { sources, refresh } = useSources(room);
  const passages = useMemo(() => passagesIn(sources), [sources]);
  const { state, talk: { floor: { wroteForOthers: scribes } } } = useBoard();
  const asking = { sessionId: room.sessionId, ...document, me: room.me, passages, walkBack: useWalkBack(room), mayWrite: useMayAsk(room), mayTakeBack: state === "open", writesFor: useWritesFor(room), scribes, groupNumber: useGroupNumber(room) };
  return { asking, refresh };
}

/** To the note on the passage, at the stage where the evidence is read; null when the session has no such stage, or no longer has the item. */
function useWalkBack({ sessionId, evidence }: Room): (passage: QuestionPassage) => string | null {
  const { stages } = useBoard();
  const reading = stages.find(({ activity }) => activity === "reading")?.id;
  return useCallback(
    ({ itemId, noteId: note }) => {
      if (!reading || !evidence.some((item) => item.itemId === itemId)) return null;
      return `/s/${sessionId}?${new URLSearchParams({ stage: reading, read: itemId }).toString()}${note ? `#${noteId(note)}` : ""}`;
    },
    [sessionId, evidence, reading],
  );
}

/** Whether questions may be written now, until the hub has said. */
function useMayAsk({ me }: Room): boolean {
  const { state, stages, stageId } = useBoard();
  const activity = stages.find(({ id }) => id === stageId)?.activity;
  return state === "open" && (me.role === "facilitator" || (activity !== undefined && activityOf(activity).drafts.includes("questions")));
}
