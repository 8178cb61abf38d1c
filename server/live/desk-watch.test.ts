import { expect, test } from "vitest";

import { DeskWatch } from "./desk-watch.ts";

test("one question tells of all sessions, and only those are read on in which something was decided", async () => {
  const versions = new Map([["one", 1], ["two", 1], ["three", 1]]);
  const told: string[] = [];
  let asked = 0;
  const boardVersions = (ids: readonly string[]) => {
    asked++;
    return Promise.resolve(new Map([...versions].filter(([id]) => ids.includes(id))));
  };
  const watch = new DeskWatch({ boardVersions, changed: (id) => told.push(id) });
  const look = async (...ids: string[]) => {
    told.length = 0;
    await watch.look(new Set(ids));
    return [...told];
  };
  expect(await look("one", "two")).toEqual(["one", "two"]);
  expect(await look("one", "two")).toEqual([]);
  versions.set("two", 2);
  expect(await look("one", "two", "three")).toEqual(["two", "three"]);
  expect(await look()).toEqual([]);
  expect(asked).toBe(3);
});

test("a look that is late is not overtaken by another, and one that fails is followed by the next", async () => {
  const answers: { resolve(versions: Map<string, number>): void; reject(error: Error): void }[] = [];
  const told: string[] = [];
  const watch = new DeskWatch({ boardVersions: () => new Promise((resolve, reject) => answers.push({ resolve, reject })), changed: (id) => told.push(id) });
  const ids = new Set(["one"]);
  const first = watch.look(ids);
  await watch.look(ids);
  expect(answers).toHaveLength(1);
  answers[0]?.reject(new Error("the store is away"));
  await expect(first).rejects.toThrow("away");
  const second = watch.look(ids);
  answers[1]?.resolve(new Map([["one", 1]]));
  await second;
  expect(told).toEqual(["one"]);
});
