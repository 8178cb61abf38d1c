import { useSearchParams } from "@remix-run/react";
import { useEffect, useRef, useState, type RefObject } from "react";

import { followingOf, type Following } from "./following.ts";
import { useBoard } from "./use-board.ts";

/** Which stage to show, and a ref for the panel: unsent words in it hold the page until they are sent. */
export function useFollowing(): Following & { panel: RefObject<HTMLDivElement>; follow: () => void } {
  const board = useBoard();
  const [search] = useSearchParams();
  const panel = useRef<HTMLDivElement>(null);
  const typed = useTyped(panel);
  const [writingId, setWritingId] = useState<string | null>(null);
  const [seenId, setSeenId] = useState(board.stageId);
  // Decided while rendering, at the moment the group moves: afterwards the old panel is gone.
  if (seenId !== board.stageId) {
    setSeenId(board.stageId);
    setWritingId(hasUnsentWords(panel.current, typed) ? (writingId ?? seenId) : null);
  }
  useReleased(() => hasUnsentWords(panel.current, typed), writingId !== null, () => setWritingId(null));
  const following = followingOf({ stages: board.stages.map(({ id }) => id), nowId: board.stageId, askedId: search.get("stage"), writingId });
  return { ...following, panel, follow: () => setWritingId(null) };
}

type Box = HTMLTextAreaElement | HTMLInputElement;

/** The boxes of the panel in which this person has typed. */
function useTyped(panel: RefObject<HTMLElement>): WeakSet<Element> {
  const [typed] = useState(() => new WeakSet<Element>());
  // An effect because every box must be heard, whichever part of the page it belongs to.
  useEffect(() => {
    const element = panel.current;
    const hear = ({ target }: Event) => void (target instanceof Element && typed.add(target));
    element?.addEventListener("input", hear);
    return () => element?.removeEventListener("input", hear);
  }, [panel, typed]);
  return typed;
}

/**
 * Words typed and not sent yet: shared text is excepted, since every keystroke of it is sent. A box that React fills
 * always equals its default, so typing is what tells; a box typed in before the page was awake differs from it.
 */
function hasUnsentWords(panel: HTMLElement | null, typed: WeakSet<Element>): boolean {
  const boxes = panel?.querySelectorAll<Box>("textarea:not([data-live]), input[type=text]:not([data-live])") ?? [];
  return [...boxes].some((box) => box.value.trim() !== "" && (typed.has(box) || box.value !== box.defaultValue));
}

/** Lets the page go on once the held words were sent or taken away. */
function useReleased(hasWords: () => boolean, held: boolean, release: () => void): void {
  // An effect because the panel's own forms empty themselves in ways only the page shows.
  useEffect(() => {
    if (!held) return;
    const look = setInterval(() => !hasWords() && release(), 1_000);
    return () => clearInterval(look);
  });
}
