import { useEffect, useState, type PointerEvent, type RefObject } from "react";

interface Drag {
  readonly itemId: string;
  /** Where it would land among the other items: 0 is first. */
  readonly place: number;
}

/** Pixels from the window's edge within which dragging scrolls, and how far with each move. */
const EDGE = 72;
const STEP = 14;

/**
 * Dragging by a handle, by mouse, pen or finger. One way of several: the same can be done with buttons.
 * `list` holds the items as elements with `data-item`; Escape puts the item back where it was.
 */
export function useDrag(list: RefObject<HTMLElement>, onDrop: (itemId: string, place: number) => void) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const isDragging = drag !== null;

  // Keys go to whatever has focus, which is not the handle.
  useEffect(() => {
    if (!isDragging) return;
    const cancel = (event: KeyboardEvent) => { if (event.key === "Escape") setDrag(null); };
    window.addEventListener("keydown", cancel);
    return () => window.removeEventListener("keydown", cancel);
  }, [isDragging]);

  const handle = (itemId: string) => ({
    onPointerDown(event: PointerEvent) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setDrag({ itemId, place: placeAt(list.current, itemId, event.clientY) });
    },
    onPointerMove(event: PointerEvent) {
      if (!isDragging) return;
      if (event.clientY < EDGE) window.scrollBy(0, -STEP);
      if (event.clientY > window.innerHeight - EDGE) window.scrollBy(0, STEP);
      setDrag({ itemId, place: placeAt(list.current, itemId, event.clientY) });
    },
    onPointerUp() {
      if (drag) onDrop(drag.itemId, drag.place);
      setDrag(null);
    },
    onPointerCancel: () => setDrag(null),
  });
  return { drag, handle };
}

/** How many of the other items have their middle above this height. */
function placeAt(list: HTMLElement | null, itemId: string, y: number): number {
  const others = [...(list?.querySelectorAll<HTMLElement>("[data-item]") ?? [])].filter(({ dataset }) => dataset.item !== itemId);
  return others.filter((item) => {
    const { top, height } = item.getBoundingClientRect();
    return top + height / 2 < y;
  }).length;
}
