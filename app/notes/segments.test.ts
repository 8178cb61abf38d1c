import fc from "fast-check";
import { expect, test } from "vitest";

import { cut } from "./segments.ts";

test("overlapping marks are cut where they begin and end", () => {
  const segments = cut("Nobody asked my mother", [{ id: "n1", start: 0, end: 12 }, { id: "n2", start: 7, end: 22 }]);
  expect(segments.map(({ text, ids }) => [text, ids])).toEqual([["Nobody ", ["n1"]], ["asked", ["n1", "n2"]], [" my mother", ["n2"]]]);
  expect(segments.map(({ ending }) => ending)).toEqual([[], ["n1"], ["n2"]]);
});

test("text without marks is one segment, and no text is none", () => {
  expect(cut("Nobody asked", [])).toEqual([{ start: 0, text: "Nobody asked", ids: [], ending: [] }]);
  expect(cut("", [{ id: "n1", start: 0, end: 3 }])).toEqual([]);
});

test("two anchors of one note on the same words count once", () => {
  expect(cut("care", [{ id: "n1", start: 0, end: 4 }, { id: "n1", start: 0, end: 4 }])[0]?.ids).toEqual(["n1"]);
});

test("the segments are the text, and each carries exactly the marks that cover it", () => {
  const marks = fc.array(fc.record({ id: fc.constantFrom("a", "b", "c", "d"), start: fc.integer({ min: -3, max: 30 }), end: fc.integer({ min: -3, max: 40 }) }), { maxLength: 12 });
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), marks, (text, on) => {
      const segments = cut(text, on);
      expect(segments.map((segment) => segment.text).join("")).toBe(text);
      for (const segment of segments) {
        const covering = on.filter(({ start, end }) => start <= segment.start && end >= segment.start + segment.text.length);
        expect(new Set(segment.ids)).toEqual(new Set(covering.map(({ id }) => id)));
      }
    }),
    { seed: 20261122 },
  );
});
