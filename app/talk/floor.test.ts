import { expect, test } from "vitest";

import { emptyFloor, firstAct, speakerOf, standingOf } from "./floor.ts";

const queue = { ...emptyFloor, hands: ["ann", "bryn", "siân"], speaking: "colin" };

test("everybody has a place of their own in the queue", () => {
  expect(["colin", "ann", "siân", "mair"].map((id) => standingOf(queue, id))).toEqual([{ is: "speaking" }, { is: "queue", place: 1 }, { is: "queue", place: 3 }, { is: "none" }]);
  expect(speakerOf(queue)).toBe("colin");
});

test("a go-round goes before the queue; whoever had or passed their turn keeps their place in the queue", () => {
  const around = { ...queue, around: ["siân", "mair"] };
  expect(["siân", "mair", "bryn"].map((id) => standingOf(around, id))).toEqual([{ is: "turn" }, { is: "around", place: 1 }, { is: "queue", place: 2 }]);
  expect(speakerOf(around)).toBe("siân");
  expect(speakerOf({ ...emptyFloor, around: [] })).toBeNull();
});

test("a hand that is up can be taken down, in the middle of a go-round too", () => {
  const around = { ...queue, around: ["siân", "ann", "mair", "colin"] };
  expect(["siân", "ann", "mair", "colin", "bryn"].map((id) => firstAct(around, id))).toEqual(["finished", "lower", "raise", "lower", "lower"]);
  expect(["colin", "ann", "mair"].map((id) => firstAct(queue, id))).toEqual(["finished", "lower", "raise"]);
});
