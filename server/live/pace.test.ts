import { expect, test } from "vitest";

import { GATHER_MS, ROOM_WORK_MS_BURST, ROOM_WORK_MS_PER_SECOND, TICK_MS_CROWD, TICK_MS_MOST, TICK_MS_PER_SOCKET } from "./limits.ts";
import { Pace } from "./pace.ts";

test("the more sockets, the longer a change waits for others, up to the wait in a crowd, and however long ago the last tick was", () => {
  const { pace } = paceWithClock();
  const inAll = [1, 30, 34, 40, 50, 3_000].map((sockets) => pace.wait(sockets) + GATHER_MS);
  expect(inAll).toEqual([GATHER_MS, GATHER_MS, GATHER_MS, 10 * TICK_MS_PER_SOCKET, TICK_MS_CROWD, TICK_MS_CROWD]);
});

test("a broadcast that took long makes the next tick wait twice as long, and no longer than the most", () => {
  const { pace } = paceWithClock();
  pace.begin();
  pace.broadcastTook(60);
  expect(pace.wait(3_000) + GATHER_MS).toBe(120);
  pace.broadcastTook(10_000);
  expect(pace.wait(3_000) + GATHER_MS).toBe(TICK_MS_MOST);
});

test("a room beyond its share of work waits until it is back in it", () => {
  const { pace, pass } = paceWithClock();
  pace.worked(ROOM_WORK_MS_BURST);
  expect(pace.wait(1)).toBe(0);
  pace.worked(ROOM_WORK_MS_PER_SECOND / 2);
  expect(pace.wait(1)).toBe(500);
  pass(500);
  expect(pace.wait(1)).toBe(0);
});

function paceWithClock() {
  let now = 0;
  const pass = (milliseconds: number) => void (now += milliseconds);
  return { pace: new Pace(() => now), pass };
}
