import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { messages } from "#app/live/codes.ts";

import type { Frame } from "./frames.ts";
import { NEWS_TICK_MS } from "./limits.ts";
import type { Line } from "./line.ts";
import { createNoticeboard, type Noticeboard } from "./noticeboard.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("looks that end in any order leave everybody at the newest board, and nobody is told an older one after it", async () => {
  const desk = aDesk();
  const anna = aReader();
  void desk.board.join(anna.reader);
  await desk.answerLast();
  for (let decision = 0; decision < 3; decision++) await desk.decide();
  for (let answer = 0; answer < 10; answer++) await desk.answerLast();
  expect(anna.boards).toEqual([...anna.boards].sort((one, other) => one - other));
  expect(anna.boards.at(-1)).toBe(desk.version());
});

test("whoever comes while an older look is under way is told of what was decided meanwhile", async () => {
  const desk = aDesk();
  const [anna, bryn] = [aReader(), aReader()];
  void desk.board.join(anna.reader);
  void desk.board.join(bryn.reader);
  await desk.decide();
  for (let answer = 0; answer < 4; answer++) await desk.answerLast();
  expect([anna.boards.at(-1), bryn.boards.at(-1)]).toEqual([desk.version(), desk.version()]);
});

test("a look that reads an older board than one before it shows the newer one", async () => {
  const desk = aDesk();
  const [anna, bryn] = [aReader(), aReader()];
  void desk.board.join(anna.reader);
  await desk.answerLast();
  await desk.decide(-1);
  await desk.answerLast();
  void desk.board.join(bryn.reader);
  await vi.advanceTimersByTimeAsync(0);
  expect([anna.boards.at(-1), bryn.boards]).toEqual([1, [1]]);
});

/** A desk that answers when it is told to, with the board as it was when it was asked. */
function aDesk() {
  let version = 1;
  const asked: (() => void)[] = [];
  const board: Noticeboard = createNoticeboard({
    board: () => {
      const seen = version;
      return new Promise((resolve) => asked.push(() => resolve({ version: seen })));
    },
    people: () => Promise.resolve([]),
  }, (error) => { throw error; });
  return {
    board,
    version: () => version,
    async decide(by = 1) {
      version += by;
      board.changed();
      await vi.advanceTimersByTimeAsync(NEWS_TICK_MS);
    },
    /** The one asked last, if any is open. */
    async answerLast() {
      asked.pop()?.();
      await vi.advanceTimersByTimeAsync(NEWS_TICK_MS);
    },
  };
}

/** Somebody at the board, and the numbers of the boards they were shown. */
function aReader() {
  const boards: number[] = [];
  const send = (frame: Frame) => {
    // Two bytes of header: these are short.
    if (frame[2] === messages.board) boards.push((JSON.parse(frame.subarray(3).toString()) as { version: number }).version);
  };
  const line: Line = { isOpen: true, backlog: 0, send, sendIfQuick: send, hold() {}, release() {}, pause() {}, resume() {}, close() {}, check() {} };
  return { boards, reader: { line, memberId: crypto.randomUUID(), key: new Uint8Array(32) } };
}
