import { expect, test } from "vitest";

import { keyOf, shortcutFor, shortcuts } from "./shortcuts.ts";

const plain = { ctrlKey: false, metaKey: false, altKey: false };

test.each(shortcuts)("the key of %s is its own", (shortcut) => {
  expect(shortcutFor({ ...plain, key: keyOf(shortcut) })).toBe(shortcut);
});

test("capitals count the same, and keys of the browser are left to it", () => {
  expect(shortcutFor({ ...plain, key: "N" })).toBe("next");
  expect(shortcutFor({ ...plain, key: "n", ctrlKey: true })).toBeNull();
  expect(shortcutFor({ ...plain, key: "u", metaKey: true })).toBeNull();
  expect(shortcutFor({ ...plain, key: "x" })).toBeNull();
});
