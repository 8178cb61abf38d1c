import { afterEach, beforeEach, expect, test, vi } from "vitest";

import type { Rights } from "#app/live/kinds.ts";

import { STORE_RETRY_MS_MOST } from "./limits.ts";
import { Readings } from "./rights.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("however many decisions come while rights are read, they are read once more, and the last reading counts", async () => {
  const desk = aDesk();
  const renewals = [desk.readings.renew("one")];
  desk.rights = "read";
  for (let decision = 0; decision < 300; decision++) renewals.push(desk.readings.renew("one"));
  expect(desk.asked).toHaveLength(1);
  await desk.answer();
  expect(desk.asked).toHaveLength(2);
  await desk.answer();
  await Promise.all(renewals);
  expect([desk.asked.length, desk.told]).toEqual([2, ["one: write", "one: read"]]);
});

test("a session waits for no reading of another's", async () => {
  const desk = aDesk();
  void desk.readings.renew("one");
  const other = desk.readings.renew("other");
  await desk.answer(1);
  await other;
  expect(desk.told).toEqual(["other: write"]);
});

test("who asks now is answered by a reading that began afterwards", async () => {
  const desk = aDesk();
  void desk.readings.renew("one");
  desk.rights = "read";
  const now = desk.readings.now("one");
  await desk.answer();
  await desk.answer();
  expect((await now)({ memberId: "anna", role: "participant", documentId: "d", kind: "principles" })).toBe("read");
});

test("a store that fails at that moment is asked again until it answers, and nobody waits for it", async () => {
  const desk = aDesk();
  const renewed = desk.readings.renew("one");
  await desk.fail();
  await renewed;
  desk.rights = "read";
  for (let tries = 0; tries < 3; tries++) {
    await vi.advanceTimersByTimeAsync(STORE_RETRY_MS_MOST);
    await desk.fail();
  }
  await vi.advanceTimersByTimeAsync(STORE_RETRY_MS_MOST);
  await desk.answer();
  expect(desk.told).toEqual(["one: read"]);
  expect(desk.errors).toBe(4);
});

/** A desk that answers when it is told to, with the rights as they were when it was asked. */
function aDesk() {
  const told: string[] = [];
  const asked: { answer(): void; fail(): void }[] = [];
  const now: { rights: Rights; errors: number } = { rights: "write", errors: 0 };
  let open = 0;
  return Object.assign(now, {
    told,
    asked,
    readings: new Readings({
      rightsIn: () => {
        const { rights } = now;
        return new Promise((resolve, reject) => asked.push({ answer: () => resolve(() => rights), fail: () => reject(new Error("the store is away")) }));
      },
      apply: (sessionId, rightsOf) => told.push(`${sessionId}: ${rightsOf({ memberId: "anna", role: "participant", documentId: "d", kind: "principles" })}`),
      onError: () => now.errors++,
    }),
    /** The oldest question that is open, or the one of this number. */
    async answer(which = open++) {
      asked[which]?.answer();
      await vi.advanceTimersByTimeAsync(0);
    },
    async fail() {
      asked[open++]?.fail();
      await vi.advanceTimersByTimeAsync(0);
    },
  });
}
