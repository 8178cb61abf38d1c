import * as fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";

import { addItem, moveItem, placeItem, readList, rewordItem, setRemoved, standing, textOf } from "./lists.doc.ts";

test("two people writing in the same item at once lose nothing", () => {
  const { one, two, meet } = pair("A break");
  textOf(one, "a")?.insert(7, " happens");
  textOf(two, "a")?.insert(0, "Always: ");
  meet();
  expect(textsOf(one)).toEqual(["Always: A break happens"]);
});

test("two people moving the same item at once see one order afterwards", () => {
  const { one, two, meet } = pair("A", "B", "C", "D");
  placeItem(one, "d", 0);
  placeItem(two, "d", 1);
  meet();
  expect(textsOf(one)).toEqual(textsOf(two));
  expect(textsOf(one)).toHaveLength(4);
});

test("an item removed by one while another writes in it can be put back with both", () => {
  const { one, two, meet } = pair("A break");
  setRemoved(one, "a", true);
  textOf(two, "a")?.insert(7, " happens");
  meet();
  expect(standing(readList(one))).toEqual([]);
  setRemoved(two, "a", false);
  meet();
  expect(textsOf(one)).toEqual(["A break happens"]);
});

test("a record that does not parse is passed over, and the others are read", () => {
  const { one } = pair("A");
  one.getMap<Y.Map<unknown>>("items").set("bad", new Y.Map([["order", 7]]));
  expect(textsOf(one)).toEqual(["A"]);
});

test("whatever a forged page writes beside an item's words, or takes away there, the words stay and can be put in their place", () => {
  const { one } = pair("A", "B");
  const [first, second] = [...one.getMap<Y.Map<unknown>>("items").values()];
  first?.set("order", 7);
  first?.set("removed", "yes");
  second?.delete("order");
  second?.delete("lang");
  expect(textsOf(one).sort()).toEqual(["A", "B"]);
  placeItem(one, "b", 0);
  expect(textsOf(one)).toEqual(["B", "A"]);
});

test("an old wording on a form is carried over to where the words are now", () => {
  const { one } = pair("A break happens");
  textOf(one, "a")?.insert(2, "promised ");
  expect(rewordItem(one, "a", { before: "A break happens", after: "A break happens, always" })).toBe(true);
  expect(textsOf(one)).toEqual(["A promised break happens, always"]);
});

test("an old wording on a form never overwrites words that others changed", () => {
  const { one } = pair("A short break");
  textOf(one, "a")?.delete(2, 5);
  textOf(one, "a")?.insert(2, "good");
  expect(rewordItem(one, "a", { before: "A short break", after: "A long break" })).toBe(false);
  expect(textsOf(one)).toEqual(["A good break"]);
});

test("any moves, additions, removals and writing by two people, met at any time, converge with nothing lost", () => {
  const step = fc.record({
    who: fc.constantFrom("one" as const, "two" as const),
    what: fc.constantFrom("move", "add", "remove", "putBack", "write", "meet"),
    item: fc.nat(20),
    place: fc.nat(20),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const { one, two, meet } = pair("A", "B", "C", "D");
      const added = ["a", "b", "c", "d"];
      for (const { who, what, item, place } of steps) {
        const doc = who === "one" ? one : two;
        const id = readList(doc).items[item % readList(doc).items.length]!.id;
        if (what === "meet") meet();
        if (what === "move" && standing(readList(doc)).some((other) => other.id === id)) {
          placeItem(doc, id, place);
          const standingNow = standing(readList(doc));
          expect(standingNow.findIndex((other) => other.id === id)).toBe(Math.min(place, standingNow.length - 1));
        }
        if (what === "remove" || what === "putBack") setRemoved(doc, id, what === "remove");
        if (what === "write") textOf(doc, id)?.insert(0, "x");
        if (what === "add") {
          const key = `${who}${added.length}`;
          addItem(doc, { id: key, order: "a1", text: key, lang: "en" });
          added.push(key);
        }
      }
      meet();
      expect(readList(one)).toEqual(readList(two));
      expect(readList(one).items.map(({ id }) => id).sort()).toEqual([...added].sort());
    }),
    { seed: 20261122 },
  );
});

/** Two replicas of one list with items a, b, c … of these texts; `meet` delivers both ways. */
function pair(...texts: string[]) {
  const one = new Y.Doc();
  const two = new Y.Doc();
  texts.forEach((text, index) => addItem(one, { id: "abcdefgh"[index]!, order: "a0", text, lang: "en" }));
  texts.forEach((_, index) => moveItem(one, "abcdefgh"[index]!, `a${index}`));
  const meet = () => {
    Y.applyUpdate(two, Y.encodeStateAsUpdate(one, Y.encodeStateVector(two)));
    Y.applyUpdate(one, Y.encodeStateAsUpdate(two, Y.encodeStateVector(one)));
  };
  meet();
  return { one, two, meet };
}

function textsOf(doc: Y.Doc): string[] {
  return standing(readList(doc)).map(({ text }) => text);
}
