import type { List } from "#app/lists/lists.doc.ts";

/** The rules that stand, in order. */
export function rulesOn({ items }: Pick<List, "items">): List["items"] {
  return items.filter(({ removed, text }) => !removed && text.trim() !== "");
}
