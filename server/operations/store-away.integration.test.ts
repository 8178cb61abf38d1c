import { afterAll, expect, test } from "vitest";

import { connectTo } from "#server/database/open.ts";
import { scratchDatabase } from "#tests/database.ts";

import { isStoreAway, withStoreAway } from "./store-away.ts";

const store = await scratchDatabase();
afterAll(() => store.close());

test.each([
  ["nobody listens", "postgresql://postgres@127.0.0.1:1/none"],
  ["the socket's file is gone", `postgresql://postgres@localhost/none?host=${encodeURIComponent("/nowhere/run")}`],
])("a store where %s is away, for desk and hub alike", async (_, url) => {
  const { db, pool, end } = connectTo(url);
  expect(isStoreAway(await failure(db.session.count()))).toBe(true);
  expect(isStoreAway(await failure(db.$transaction((tx) => tx.session.count())))).toBe(true);
  expect(isStoreAway(await failure(pool.query("SELECT 1")))).toBe(true);
  await end();
});

test("a store that cuts the connection in the middle is away", async () => {
  const asked = failure(store.db.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())::text`);
  expect(isStoreAway(await asked)).toBe(true);
});

test("a store that answers and says no is there", async () => {
  expect(isStoreAway(await failure(store.db.session.create({ data: { enquiryId: "none", template: "t", title: {} } })))).toBe(false);
  expect(isStoreAway(await failure(store.db.$queryRaw`SELECT 1 FROM nowhere`))).toBe(false);
  expect(isStoreAway(new Response(null, { status: 404 }))).toBe(false);
  expect(isStoreAway(new TypeError("x is not a function"))).toBe(false);
});

test("pages answer 503 while the store is away, and whatever else they throw goes its way", async () => {
  const { db, end } = connectTo("postgresql://postgres@127.0.0.1:1/none");
  const module = { default: () => null, loader: () => db.session.count(), action: () => Promise.reject(new Error("ours")) };
  const reported: unknown[] = [];
  const build = withStoreAway({ routes: { page: { id: "page", path: "page", module } } } as never, (error) => reported.push(error));
  const page = build.routes.page?.module;
  const answered = await failure(page?.loader?.({} as never));
  expect(answered).toMatchObject({ status: 503, statusText: "Service Unavailable" });
  expect(reported.map(isStoreAway)).toEqual([true]);
  expect(await failure(page?.action?.({} as never))).toEqual(new Error("ours"));
  expect(page?.default).toBe(module.default);
  await end();
});

/** What a promise rejects with. */
async function failure(promise: unknown): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error("It did not fail.");
}
