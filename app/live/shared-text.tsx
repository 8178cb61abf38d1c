import { useEffect, useRef, type ComponentPropsWithoutRef, type RefObject } from "react";
import type * as Y from "yjs";

import { changeBetween, moved, type TextChange } from "./text-change.ts";

interface Props extends Omit<ComponentPropsWithoutRef<"textarea">, "value" | "defaultValue" | "onChange" | "onInput"> {
  /** Null until the document is here: the text can be read, not yet changed. */
  readonly text: Y.Text | null;
  /** The text as the server rendered it. */
  readonly initial: string;
  /** Called when this person types here. */
  readonly onTyped?: () => void;
}

/** A plain textarea in which several people type at once: spell-check, dictation and screen readers behave as people know. */
export function SharedText({ text, initial, onTyped, ...rest }: Props) {
  const element = useRef<HTMLTextAreaElement>(null);
  const asleep = useRef<string | null>(initial);
  // The textarea and the shared text are both outside of React; this ties them together.
  useEffect(() => {
    if (!element.current || !text) return;
    const rendered = asleep.current;
    asleep.current = null;
    return tie(element.current, text, rendered);
  }, [text]);
  useTyped(element, onTyped);
  return <textarea dir="auto" spellCheck {...rest} ref={element} defaultValue={initial} readOnly={rest.readOnly || !text} />;
}

function useTyped(element: RefObject<HTMLTextAreaElement>, onTyped: (() => void) | undefined): void {
  useEffect(() => {
    const area = element.current;
    if (!area || !onTyped) return;
    area.addEventListener("input", onTyped);
    return () => area.removeEventListener("input", onTyped);
  }, [element, onTyped]);
}

/**
 * Ties a textarea to a shared text until the answer is called. While a word is being composed, others' changes wait.
 * `rendered` is what stood there before the page was awake; null when it was tied before.
 */
export function tie(area: HTMLTextAreaElement, text: Y.Text, rendered: string | null): () => void {
  let shown = rendered ?? area.value;
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

  function changed(event: Y.YTextEvent, transaction: Y.Transaction): void {
    if (transaction.origin === area) return;
    const changes = changesOf(event.delta);
    if (isComposing) return void held.push(...changes);
    show(changes.reduce(moved, area.selectionStart), changes.reduce(moved, area.selectionEnd));
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

  // Typed before the page was awake: kept, unless the text has moved on meanwhile.
  if (area.value !== rendered && text.toString() === rendered) take();
  else show(null);
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
