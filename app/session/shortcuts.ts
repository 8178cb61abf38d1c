/** The desk's keys. Each presses a button that stands on the page with that name, so nothing can be done by key alone. */

/** In the order in which they are listed. */
export const shortcuts = ["next", "back", "undo", "clock", "minute", "call", "list"] as const;
export type Shortcut = (typeof shortcuts)[number];

const keys: Readonly<Record<Shortcut, string>> = { next: "n", back: "b", undo: "u", clock: " ", minute: "+", call: "q", list: "?" };

/** What the key is called on a keyboard; `space` is a word and stands in the language files. */
export function keyOf(shortcut: Shortcut): string {
  return keys[shortcut];
}

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** What is meant by a key; null for any other, and for one with Ctrl, Alt or Command, which belong to the browser. */
export function shortcutFor({ key, ctrlKey, metaKey, altKey }: Pressed): Shortcut | null {
  if (ctrlKey || metaKey || altKey) return null;
  return shortcuts.find((shortcut) => keys[shortcut] === key.toLowerCase()) ?? null;
}

/** Where a key means something else already: typing, choosing, pressing what has the focus. */
export const TAKEN = "input, textarea, select, button, a[href], summary, [contenteditable]";
/** Only typing: letters do not press a button that has the focus, the space bar does. */
export const TYPED = "input, textarea, select, [contenteditable]";
