import { useLayoutEffect, useRef, type RefObject } from "react";

/** Sizes that words are tried in, largest first: what a group has made, and a passage on the whole of the wall. The style sheet keeps the least of them readable from eight metres. */
const SIZES = { made: [1, 0.92, 0.84, 0.77, 0.71], passage: [1, 0.86, 0.74, 0.64, 0.55, 0.47, 0.39] } as const;

/** For a part of the wall that does not scroll: as large as all of it still fits. The wall's style sheet reads `--fit`. */
export function useFit<Box extends HTMLElement = HTMLDivElement>(what: keyof typeof SIZES = "made"): RefObject<Box> {
  const ref = useRef<Box>(null);
  // An effect because only the browser knows how much room the words take; as they come, and as the screen changes.
  useLayoutEffect(() => {
    const box = ref.current;
    if (!box) return undefined;
    const fit = () => fitInto(box, SIZES[what]);
    const words = new MutationObserver(fit);
    words.observe(box, { childList: true, characterData: true, subtree: true });
    const room = new ResizeObserver(fit);
    room.observe(box);
    return () => {
      words.disconnect();
      room.disconnect();
    };
  }, [what]);
  return ref;
}

function fitInto(box: HTMLElement, sizes: readonly number[]): void {
  for (const size of sizes) {
    box.style.setProperty("--fit", String(size));
    if (box.scrollHeight <= box.clientHeight) return;
  }
}
