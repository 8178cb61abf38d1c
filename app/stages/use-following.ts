import { useSearchParams } from "@remix-run/react";
import { useEffect, useRef, useState, type RefObject } from "react";

import { followingOf, type Following } from "./following.ts";
import { useBoard } from "./use-board.ts";

/** Which stage to show, and a ref for the panel: unsent words in it hold the page until they are sent. */
export function useFollowing(): Following & { panel: RefObject<HTMLDivElement>; follow: () => void } {
  const board = useBoard();
  const [search] = useSearchParams();
  const panel = useRef<HTMLDivElement>(null);
  const [writingId, setWritingId] = useState<string | null>(null);
  const [seenId, setSeenId] = useState(board.stageId);
  // Decided while rendering, at the moment the group moves: afterwards the old panel is gone.
  if (seenId !== board.stageId) {
    setSeenId(board.stageId);
    setWritingId(hasUnsentWords(panel.current) ? (writingId ?? seenId) : null);
  }
  useReleased(panel, writingId !== null, () => setWritingId(null));
  const following = followingOf({ stages: board.stages.map(({ id }) => id), nowId: board.stageId, askedId: search.get("stage"), writingId });
  return { ...following, panel, follow: () => setWritingId(null) };
}

/** Words typed and not sent yet: shared text is excepted, since every keystroke of it is sent. */
function hasUnsentWords(panel: HTMLElement | null): boolean {
  const boxes = panel?.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>("textarea:not([data-live]), input[type=text]:not([data-live])") ?? [];
  return [...boxes].some((box) => box.value.trim() !== "" && box.value !== box.defaultValue);
}

/** Lets the page go on once the held words were sent or taken away. */
function useReleased(panel: RefObject<HTMLElement>, held: boolean, release: () => void): void {
  // An effect because the panel's own forms empty themselves in ways only the page shows.
  useEffect(() => {
    if (!held) return;
    const look = setInterval(() => !hasUnsentWords(panel.current) && release(), 1_000);
    return () => clearInterval(look);
  });
}
