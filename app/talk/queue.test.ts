import { expect, test } from "vitest";

import { inOrder, readQueueOrder, theseFirst, unheardFirst, type Waiting } from "./queue.ts";

const waiting: readonly Waiting[] = [
  { memberId: "colin", perspective: "manager", isHeard: true },
  { memberId: "bryn", perspective: "practitioner", isHeard: false },
  { memberId: "siân", perspective: "carer", isHeard: true },
  { memberId: "ann", perspective: "carer", isHeard: false },
];

test.each([
  ["as hands went up", "asOf", ["colin", "bryn", "siân", "ann"]],
  ["those not yet heard first", "unheard", ["bryn", "ann", "colin", "siân"]],
  ["a perspective first", "carer", ["siân", "ann", "colin", "bryn"]],
  ["a perspective that nobody waiting has changes nothing", "researcher", ["colin", "bryn", "siân", "ann"]],
] as const)("the queue is called %s", (_name, order, expected) => {
  expect(inOrder(waiting, order)).toEqual(expected);
});

test("an order of a later version is as hands went up", () => {
  expect([readQueueOrder("unheard"), readQueueOrder("byMoon"), readQueueOrder("unsaid")]).toEqual(["unheard", "asOf", "asOf"]);
});

test("a round goes to those not heard first, or to the makers first, and leaves nobody out", () => {
  const seats = ["ann", "bryn", "colin", "siân"];
  expect(unheardFirst(seats, new Set(["ann", "siân"]))).toEqual(["bryn", "colin", "ann", "siân"]);
  expect(theseFirst(seats, ["siân", "left long ago", "bryn"])).toEqual(["siân", "bryn", "ann", "colin"]);
});
