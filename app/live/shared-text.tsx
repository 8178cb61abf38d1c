import { useEffect, useRef, type ComponentPropsWithoutRef, type RefObject } from "react";
import type * as Y from "yjs";

import { changeBetween, moved, type TextChange } from "./text-change.ts";

/** What was typed in a box while it was not tied to the shared text, and what stood there before. */
export interface Early {
  readonly before: string;
  readonly text: string;
}

interface Props extends Omit<ComponentPropsWithoutRef<"textarea">, "value" | "defaultValue" | "onChange" | "onInput"> {
  /** Null until the document is here, and while it is fetched anew. */
  readonly text: Y.Text | null;
  /** The text as the server rendered it. */
  readonly initial: string;
  /** Called when this person types here. */
  readonly onTyped: () => void;
  /** Called once when somebody types before the document is here; `typed` is to be asked when it is, and belongs into it then. */
  readonly onEarly: (typed: () => Early) => void;
}

/** A plain textarea in which several people type at once: spell-check, dictation and screen readers behave as people know. */
export function SharedText({ text, initial, onTyped, onEarly, ...rest }: Props) {
  const element = useRef<HTMLTextAreaElement>(null);
  /** What stood in the box when it was last tied, or rendered. */
  const before = useRef(initial);
  // The textarea and the shared text are both outside of React; this ties them together.
  useEffect(() => {
    const area = element.current;
    if (!area) return;
    const typed = () => {
      const early = { before: before.current, text: area.value };
      before.current = area.value;
      return early;
    };
    takeEarly(area);
    if (!text) return hearEarly(area, before.current, () => onEarly(typed));
    if (area.value !== before.current) onEarly(typed);
    const untie = tie(area, text);
    return () => {
      untie();
      before.current = area.value;
    };
  }, [text, onEarly]);
  useTyped(element, onTyped);
  // What a browser remembers of an earlier visit would count as typed now.
  return <textarea dir="auto" spellCheck autoComplete="off" data-shared="" {...rest} ref={element} defaultValue={initial} />;
}

/** React gives a box back what the server wrote when it takes it over; what was typed before that, the page remembers. */
function takeEarly(area: HTMLTextAreaElement): void {
  const typed = window.ymholiWords?.early(area);
  if (!typed) return;
  area.value = typed.text;
  if (document.activeElement === area) area.setSelectionRange(typed.caret, typed.caret);
}

/** Tells once that the box is not as it was `before`, now or later. */
function hearEarly(area: HTMLTextAreaElement, before: string, tell: () => void): () => void {
  if (area.value !== before) tell();
  else area.addEventListener("input", tell, { once: true });
  return () => area.removeEventListener("input", tell);
}

function useTyped(element: RefObject<HTMLTextAreaElement>, onTyped: () => void): void {
  useEffect(() => {
    const area = element.current;
    area?.addEventListener("input", onTyped);
    return () => area?.removeEventListener("input", onTyped);
  }, [element, onTyped]);
}

/** Ties a textarea to a shared text until the answer is called. While a word is being composed, others' changes wait. */
function tie(area: HTMLTextAreaElement, text: Y.Text): () => void {
  let shown = area.value;
  let isComposing = false;
  const held: TextChange[] = [];

  /** What was typed in the textarea since it was last like the shared text goes into the shared text. */
  function take(): void {
    const typed = changeBetween(shown, area.value, area.selectionStart);
    const changes = held.splice(0);
    if (typed) write(text, { ...typed, ...through(typed, changes) });
    const caret = changes.reduce(moved, area.selectionStart);
    show(typed || changes.length > 0 ? caret : null);
  }

  /** The textarea shows the shared text, and the caret stays with its words. */
  function show(start: number | null, end = start): void {
    shown = text.toString();
    if (area.value === shown) return;
    area.value = shown;
    if (start !== null && document.activeElement === area) area.setSelectionRange(start, end);
  }

  function showAfter(changes: readonly TextChange[]): void {
    show(changes.reduce(moved, area.selectionStart), changes.reduce(moved, area.selectionEnd));
  }

  function changed(event: Y.YTextEvent, transaction: Y.Transaction): void {
    if (transaction.origin === area) return;
    const changes = changesOf(event.delta);
    if (isComposing) held.push(...changes);
    else showAfter(changes);
  }

  const input = () => isComposing || take();
  const begin = () => (isComposing = true);
  const end = () => {
    isComposing = false;
    take();
  };

  function write(into: Y.Text, { at, remove, insert }: TextChange): void {
    into.doc?.transact(() => {
      if (remove > 0) into.delete(at, remove);
      if (insert) into.insert(at, insert);
    }, area);
  }

  const meanwhile = changeBetween(shown, text.toString());
  showAfter(meanwhile ? [meanwhile] : []);
  text.observe(changed);
  area.addEventListener("input", input);
  area.addEventListener("compositionstart", begin);
  area.addEventListener("compositionend", end);
  return () => {
    text.unobserve(changed);
    area.removeEventListener("input", input);
    area.removeEventListener("compositionstart", begin);
    area.removeEventListener("compositionend", end);
  };
}

/** The same change, carried over what others did meanwhile. */
function through({ at, remove }: TextChange, changes: readonly TextChange[]): Pick<TextChange, "at" | "remove"> {
  const start = changes.reduce(moved, at);
  return { at: start, remove: Math.max(0, changes.reduce(moved, at + remove) - start) };
}

/** A Yjs delta as changes one after the other. */
function changesOf(delta: Y.YTextEvent["delta"]): TextChange[] {
  const changes: TextChange[] = [];
  let at = 0;
  for (const { retain, insert, delete: gone } of delta) {
    if (retain !== undefined) at += retain;
    if (typeof insert === "string") {
      changes.push({ at, remove: 0, insert });
      at += insert.length;
    }
    if (gone !== undefined) changes.push({ at, remove: gone, insert: "" });
  }
  return changes;
}
