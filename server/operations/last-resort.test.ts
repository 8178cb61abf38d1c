import { expect, test, vi } from "vitest";

import { STOP_PATIENCE_MS } from "#server/live/limits.ts";

import { createLastResort } from "./last-resort.ts";

test("an error nobody caught is told, what was taken is kept, and the process ends to be started again", async () => {
  const { order, ended, lastResort } = resort(() => Promise.resolve());
  lastResort(new Error("secret"));
  await ended;
  expect(order).toEqual(["uncaught", "closed", "exit 1"]);
});

test("a second error does not cut the closing short, nor does a closing that fails keep the process alive", async () => {
  const { order, ended, lastResort } = resort(() => Promise.reject(new Error("no store")));
  lastResort(new Error("one"));
  lastResort(new Error("two"));
  await ended;
  expect(order).toEqual(["uncaught", "closed", "uncaught", "closing after uncaught", "exit 1"]);
});

test("the pages are sent away before the process ends, also when the store hangs meanwhile", async () => {
  vi.useFakeTimers();
  const { order, ended, lastResort } = resort(async (spreadMsMost) => {
    await new Promise((resolve) => setTimeout(resolve, STOP_PATIENCE_MS + spreadMsMost));
    order.push("sent away");
    await new Promise(() => {});
  });
  lastResort(new Error("secret"));
  await vi.advanceTimersByTimeAsync(60_000);
  await ended;
  expect(order).toEqual(["uncaught", "closed", "sent away", "exit 1"]);
  vi.useRealTimers();
});

function resort(closing: (spreadMsMost: number) => Promise<void>) {
  const order: string[] = [];
  let end = () => {};
  const ended = new Promise<void>((resolve) => (end = resolve));
  const lastResort = createLastResort({
    log: { fatal: (_: object, event: string) => void order.push(event) } as Parameters<typeof createLastResort>[0]["log"],
    close: (spreadMsMost) => {
      order.push("closed");
      return closing(spreadMsMost);
    },
    exit: (code) => {
      order.push(`exit ${code}`);
      end();
    },
  });
  return { order, ended, lastResort };
}
