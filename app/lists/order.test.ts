import * as fc from "fast-check";
import { expect, test } from "vitest";

import { byOrder, heldOrder, keysToPlace, type Placed } from "./order.ts";

const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id).join("");
const list = (keys: Record<string, string>): Placed[] => Object.entries(keys).map(([id, order]) => ({ id, order })).sort(byOrder);
const write = (items: readonly Placed[], changes: readonly Placed[]): Placed[] => [...items.filter(({ id }) => !changes.some((change) => change.id === id)), ...changes].sort(byOrder);

test.each([
  ["to the front", "c", 0, "cabd"],
  ["to the middle", "a", 2, "bcad"],
  ["to the end", "a", 3, "bcda"],
  ["beyond the end, which is the end", "a", 99, "bcda"],
  ["before the start, which is the start", "d", -4, "dabc"],
  ["where it is", "b", 1, "abcd"],
  ["a new item", "n", 2, "abncd"],
])("an item goes %s", (_, id, place, after) => {
  const items = list({ a: "a0", b: "a1", c: "a2", d: "a3" });
  const changes = keysToPlace(items, id, place);
  expect(ids(write(items, changes))).toBe(after);
  expect(changes).toHaveLength(1);
});

test("between two items that were added at once, with the same key, there is room", () => {
  const items = list({ a: "a0", b: "a0", c: "a0", d: "a1" });
  expect(ids(write(items, keysToPlace(items, "n", 1)))).toBe("anbcd");
  expect(ids(write(items, keysToPlace(items, "d", 1)))).toBe("adbc");
});

test("keys that cannot be read are replaced, and nothing is lost", () => {
  const items = list({ a: "", b: "a0", c: "~~", d: "a00" });
  expect(ids(write(items, keysToPlace(items, "b", 3)))).toBe(ids([...items.filter(({ id }) => id !== "b"), { id: "b" }]));
});

test("whatever the keys, an item stands where it was put and the others keep their order", () => {
  const key = fc.oneof(fc.constantFrom("a0", "a1", "a0V", "Zz", "b00"), fc.string({ maxLength: 6 }));
  fc.assert(
    fc.property(fc.array(key, { minLength: 1, maxLength: 8 }), fc.nat(), fc.nat(9), (keys, pick, place) => {
      const items = keys.map((order, index) => ({ id: `i${index}`, order })).sort(byOrder);
      const moved = items[pick % items.length]!;
      const after = write(items, keysToPlace(items, moved.id, place));
      const others = items.filter(({ id }) => id !== moved.id).map(({ id }) => id);
      const expected = [...others.slice(0, place), moved.id, ...others.slice(place)];
      expect(after.map(({ id }) => id)).toEqual(expected);
    }),
    { seed: 20261122 },
  );
});

test("while somebody writes, moves wait and new items come in after their neighbour", () => {
  const now = [{ id: "c" }, { id: "n" }, { id: "a" }, { id: "b" }];
  expect(ids(heldOrder(["a", "b", "c"], now))).toBe("abcn");
  expect(ids(heldOrder(["a", "gone", "b"], [{ id: "n" }, { id: "b" }, { id: "a" }]))).toBe("nab");
});
