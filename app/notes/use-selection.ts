/** Words selected in the text by mouse or finger, in the terms of its blocks. */
import { useEffect, useRef, type RefObject } from "react";

import type { Point, Stretch } from "./passage.ts";
import { useAfterDrawing } from "./use-after-drawing.ts";

/** Milliseconds without change. A finger drags the ends of a selection about; the bar comes when it rests. */
const REST = 300;

/**
 * Tells `onSelect` what is selected within `text` once the selection rests, null when nothing is. A selection
 * outlives the drawing of others' marks: where React replaced the letters under it, it is put back.
 */
export function useSelection(text: RefObject<HTMLElement>, onSelect: (stretch: Stretch | null) => void): void {
  const latest = useRef<Stretch | null>(null);
  // The selection belongs to the browser, which tells of it by events.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const changed = () => {
      latest.current = text.current && selectedIn(text.current);
      clearTimeout(timer);
      timer = setTimeout(() => onSelect(latest.current), REST);
    };
    document.addEventListener("selectionchange", changed);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("selectionchange", changed);
    };
  }, [text, onSelect]);
  // After every drawing, and before the browser tells of what the drawing did to the selection.
  useAfterDrawing(() => {
    if (latest.current && text.current && !isSame(latest.current, selectedIn(text.current))) select(text.current, latest.current);
  });
}

function isSame(one: Stretch, other: Stretch | null): boolean {
  return other !== null && isSamePoint(one.from, other.from) && isSamePoint(one.to, other.to);
}

function isSamePoint(one: Point, other: Point): boolean {
  return one.blockId === other.blockId && one.offset === other.offset;
}

/** Null when nothing is selected, or only words outside of the text. `from` is where selecting began. */
function selectedIn(text: HTMLElement): Stretch | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || !selection.anchorNode || !selection.focusNode) return null;
  if (!selection.getRangeAt(0).intersectsNode(text)) return null;
  const from = pointAt(text, selection.anchorNode, selection.anchorOffset);
  const to = pointAt(text, selection.focusNode, selection.focusOffset);
  return from && to && !isSamePoint(from, to) ? { from, to } : null;
}

/** A place in the page as a place in the text: within a block, or else at the next block's beginning, or the last one's end. */
function pointAt(text: HTMLElement, node: Node, offset: number): Point | null {
  const before = document.createRange();
  const inside = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>("[data-block]");
  if (inside && text.contains(inside)) {
    before.selectNodeContents(inside);
    before.setEnd(node, offset);
    return { blockId: inside.dataset["block"] ?? "", offset: before.toString().length };
  }
  before.setStart(node, offset);
  const blocks = [...text.querySelectorAll<HTMLElement>("[data-block]")];
  const next = blocks.find((block) => before.comparePoint(block, 0) >= 0);
  const last = blocks.at(-1);
  if (next) return { blockId: next.dataset["block"] ?? "", offset: 0 };
  return last ? { blockId: last.dataset["block"] ?? "", offset: last.textContent?.length ?? 0 } : null;
}

function select(text: HTMLElement, { from, to }: Stretch): void {
  const start = placeOf(text, from);
  const end = placeOf(text, to);
  if (start && end) document.getSelection()?.setBaseAndExtent(start.node, start.offset, end.node, end.offset);
}

/** The letter at a point, as the browser counts. */
function placeOf(text: HTMLElement, { blockId, offset }: Point): { node: Node; offset: number } | null {
  const block = text.querySelector(`[data-block="${CSS.escape(blockId)}"]`);
  if (!block) return null;
  const letters = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let left = offset;
  for (let node = letters.nextNode(); node; node = letters.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (left <= length) return { node, offset: left };
    left -= length;
  }
  return { node: block, offset: block.childNodes.length };
}
