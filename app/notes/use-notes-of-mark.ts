import { useEffect, type RefObject } from "react";

import { noteId } from "./addresses.ts";

/** A click on marked words, or on their count, goes to their notes: all of them are shown, the first has the focus. */
export function useNotesOfMark(text: RefObject<HTMLElement>): void {
  // One listener for the whole text: a mark is content and no control of its own; the count after it is a link.
  useEffect(() => {
    const clicked = (event: MouseEvent) => {
      if (!(event.target instanceof Element)) return;
      const notes = event.target.closest<HTMLElement>("[data-notes]")?.dataset["notes"]?.split(" ").filter(Boolean) ?? [];
      const isSelecting = document.getSelection()?.isCollapsed === false;
      if (notes.length > 0 && !isSelecting) goTo(notes, event);
    };
    const element = text.current;
    element?.addEventListener("click", clicked);
    return () => element?.removeEventListener("click", clicked);
  }, [text]);
}

function goTo(notes: readonly string[], event: MouseEvent): void {
  const cards = notes.map((note) => document.getElementById(noteId(note))).filter((card) => card !== null);
  const [first] = cards;
  if (!first) return;
  event.preventDefault();
  for (const shown of document.querySelectorAll(".note[data-shown]")) shown.removeAttribute("data-shown");
  for (const card of cards) card.setAttribute("data-shown", "");
  first.focus({ preventScroll: true });
  first.scrollIntoView({ block: "nearest" });
}
