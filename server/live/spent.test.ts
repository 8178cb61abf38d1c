import { expect, test } from "vitest";

import { SPENT_MOST, SPENT_PER_MEMBER } from "./limits.ts";
import { Spent } from "./spent.ts";

test("whoever has one replica after another refused makes only their own earlier ones be forgotten", () => {
  const spent = new Spent();
  spent.add({ memberId: "anna", clientId: 1 }, null);
  for (let clientId = 0; clientId < 2 * SPENT_MOST; clientId++) spent.add({ memberId: "eve", clientId }, null);
  expect(spent.has({ memberId: "anna", clientId: 1 })).toBe(true);
  const remembered = Array.from({ length: 2 * SPENT_MOST }, (_, clientId) => clientId).filter((clientId) => spent.has({ memberId: "eve", clientId }));
  expect(remembered).toEqual(Array.from({ length: SPENT_PER_MEMBER }, (_, i) => 2 * SPENT_MOST - SPENT_PER_MEMBER + i));
});

test("of a crowd those are forgotten who had nothing refused for longest", () => {
  const spent = new Spent();
  const members = Math.floor(SPENT_MOST / SPENT_PER_MEMBER) + 1;
  for (let member = 0; member < members; member++) {
    for (let clientId = 0; clientId < SPENT_PER_MEMBER; clientId++) spent.add({ memberId: `m${member}`, clientId }, null);
    spent.add({ memberId: "m0", clientId: 0 }, null);
  }
  expect(["m0", "m1", "m2", `m${members - 1}`].map((memberId) => spent.has({ memberId, clientId: 0 }))).toEqual([true, false, true, true]);
});

test("a replica in another member's hands is another replica, and one that may go on is forgotten", () => {
  const spent = new Spent();
  const onDisk = Promise.resolve();
  spent.add({ memberId: "anna", clientId: 1 }, onDisk);
  expect([spent.why({ memberId: "anna", clientId: 1 }), spent.why({ memberId: "bryn", clientId: 1 })]).toEqual([onDisk, undefined]);
  spent.forget({ memberId: "anna", clientId: 1 });
  expect(spent.has({ memberId: "anna", clientId: 1 })).toBe(false);
});
