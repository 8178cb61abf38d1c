import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { NoteKeeper, type KeepingState, type Sent } from "./note-keeper.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("words are kept when the writer pauses, once", async () => {
  const { keeper, sent, states } = aKeeper();
  for (const text of ["W", "Wh", "Why"]) keeper.typed(text);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(sent).toEqual(["Why"]);
  expect(states.at(-1)).toBe("kept");
});

test("what is typed while words are on their way is kept after them, never before", async () => {
  const { keeper, sent, states, answer } = aKeeper({ slow: true });
  keeper.typed("one");
  await vi.advanceTimersByTimeAsync(1_000);
  keeper.typed("one two");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(sent).toEqual(["one"]);
  expect(states.at(-1)).toBe("waiting");
  answer("kept");
  await vi.advanceTimersByTimeAsync(1_000);
  answer("kept");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(sent).toEqual(["one", "one two"]);
  expect(states.at(-1)).toBe("kept");
});

test("what did not get through is sent again until it does", async () => {
  const { keeper, sent, states } = aKeeper({ answers: ["failed", "failed", "kept"] });
  keeper.typed("one");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(states.at(-1)).toBe("failed");
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sent).toEqual(["one", "one", "one"]);
  expect(states.at(-1)).toBe("kept");
});

test("an emptied box takes nothing away", async () => {
  const { keeper, sent, states } = aKeeper();
  keeper.typed(" ");
  await vi.advanceTimersByTimeAsync(5_000);
  expect(sent).toEqual([]);
  expect(states).toEqual(["idle"]);
});

test("where an emptied box is worth keeping, it is kept empty", async () => {
  const { keeper, sent } = aKeeper({ keepsAll: true });
  for (const text of ["one", ""]) {
    keeper.typed(text);
    await vi.advanceTimersByTimeAsync(5_000);
  }
  expect(sent).toEqual(["one", ""]);
});

test("leaving sends at once", async () => {
  const { keeper, sent } = aKeeper();
  keeper.typed("one");
  keeper.flush();
  await vi.advanceTimersByTimeAsync(0);
  expect(sent).toEqual(["one"]);
});

/** A keeper, what it sent and told; a slow host answers when asked to. */
function aKeeper({ slow = false, answers = [], keepsAll = false }: { readonly slow?: boolean; readonly answers?: Sent[]; readonly keepsAll?: boolean } = {}) {
  const sent: string[] = [];
  const states: KeepingState[] = [];
  const waiting: ((answer: Sent) => void)[] = [];
  const send = (text: string): Promise<Sent> => {
    sent.push(text);
    return slow ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(answers.shift() ?? "kept");
  };
  return { keeper: new NoteKeeper(send, (state) => states.push(state), keepsAll ? () => true : undefined), sent, states, answer: (with_: Sent) => waiting.shift()?.(with_) };
}
