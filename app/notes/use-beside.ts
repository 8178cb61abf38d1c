import type { RefObject } from "react";

import type { Threads } from "./threads.ts";
import { useAfterDrawing } from "./use-after-drawing.ts";

/** Pixels between two notes. */
const GAP = 12;

/** Where each note goes so that it is beside its words, or as near below as the notes before it allow. All in pixels. */
export function beside(wanted: readonly number[], heights: readonly number[]): number[] {
  let free = 0;
  return wanted.map((top, index) => {
    const taken = Math.max(top, free);
    free = taken + (heights[index] ?? 0) + GAP;
    return taken;
  });
}

/** On wide screens, puts each note of the list beside the words it is about; below the text they simply follow one another. */
export function useBeside(text: RefObject<HTMLElement>, list: RefObject<HTMLElement>, threads: Threads): void {
  // Heights are known only after drawing; what others write, and turning a tablet, change them.
  useAfterDrawing(() => {
    if (!text.current || !list.current) return;
    const arrange = () => text.current && list.current && arrangeBeside(text.current, list.current);
    const watcher = new ResizeObserver(arrange);
    watcher.observe(text.current);
    for (const card of list.current.children) watcher.observe(card);
    arrange();
    return () => watcher.disconnect();
    // `threads` stands for which cards there are.
  }, [text, list, threads]);
}

function arrangeBeside(text: HTMLElement, list: HTMLElement): void {
  const cards = [...list.children].filter((card) => card instanceof HTMLElement);
  const start = list.getBoundingClientRect().top;
  const isBeside = list.getBoundingClientRect().left >= text.getBoundingClientRect().right;
  const heights = cards.map((card) => card.offsetHeight);
  const tops = isBeside ? beside(cards.map((card) => topOfWords(text, card) - start), heights) : [];
  let end = 0;
  cards.forEach((card, index) => {
    const top = tops[index];
    card.style.marginBlockStart = top === undefined ? "" : `${top - end}px`;
    end = (top ?? 0) + (heights[index] ?? 0);
  });
}

/** Top of the marked words a card is about. */
function topOfWords(text: HTMLElement, card: HTMLElement): number {
  const words = card.querySelector<HTMLAnchorElement>(".note-quote a")?.hash.slice(1) ?? "";
  return (document.getElementById(words) ?? text).getBoundingClientRect().top;
}
