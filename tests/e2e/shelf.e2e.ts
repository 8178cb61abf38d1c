/** Words that the server does not have yet: locked on the device for the page that comes after, and never on a shared one. */
import { expect, type Page } from "#tests/browser.ts";
import { postmasterOf, putToSleep } from "#tests/faults/postmaster.ts";

import { goTo } from "./hosting.ts";
import { beginNote } from "./marking.ts";
import { BACK_WITHIN, boxOf, expectState, test, twoAtOnePrinciple, typeAtEnd } from "./one-principle.ts";

/** A word to look for on the device, in every way it could be written down. */
const SECRET = "Gwenllian";

test("typed without a connection, tab closed, server killed: the next page brings the words in, and nothing readable lay on the device", async ({ arrive, server }) => {
  test.setTimeout(240_000);
  const { one, other } = await twoAtOnePrinciple(arrive, { title: "A closed tab" });
  const room = one.url();
  expect(await onDevice(one)).toMatchObject({ records: 0 });

  server.line.cut();
  await typeAtEnd(one, ` for ${SECRET}.`);
  await expectState(one, "only on this device until the connection is back");
  await expect.poll(async () => (await onDevice(one)).records).toBe(1);
  const device = await onDevice(one);
  expect(device.bytes).toBeGreaterThan(100);
  expect(device.readable).not.toContain(SECRET);

  const browser = one.context();
  await one.reload().catch(() => undefined); // there is nobody to answer
  await one.close();
  await server.crash();
  await server.comeBack();
  server.line.mend();

  const next = await browser.newPage();
  await next.goto(room);
  await expect(boxOf(next)).toHaveValue(`A promise for ${SECRET}.`, { timeout: BACK_WITHIN });
  await expect(boxOf(other)).toHaveValue(`A promise for ${SECRET}.`, { timeout: BACK_WITHIN });
  await expectState(next, "kept");
  await expect.poll(async () => (await onDevice(next)).records).toBe(0);

  await next.getByRole("button", { name: "Leave the session" }).click();
  await expect(next.getByRole("heading", { name: "You have left the session" })).toBeVisible();
  expect(await onDevice(next)).toEqual({ databases: 0, records: 0, bytes: 0, readable: "" });
});

test("on a device that others use too nothing is written down, whatever happens to the line", async ({ arrive, server }) => {
  test.setTimeout(180_000);
  const { desk, one } = await twoAtOnePrinciple(arrive, { title: "A shared tablet", shared: true });
  await expect(one.getByText(/^Other people use this device: leave when you finish/)).toBeVisible();
  server.line.cut();
  await typeAtEnd(one, ` for ${SECRET}.`);
  await expectState(one, "only on this device until the connection is back");
  expect(await onDevice(one)).toMatchObject({ databases: 0, records: 0 });
  expect((await onDevice(one)).readable).not.toContain(SECRET);
  server.line.mend();
  await expectState(one, "kept");
  await expect(boxOf(one)).toHaveValue(`A promise for ${SECRET}.`);

  await goTo(desk, "The evidence");
  await one.getByRole("link", { name: "Carers talking: an afternoon in Glan Enfys" }).click();
  await beginNote(one, "The asking is the hard part", `Ask ${SECRET}`);
  expect((await onDevice(one)).readable).not.toContain(SECRET);
});

test("while the store does not answer, the page says that words wait; once it does, that they are kept", async ({ arrive, server }) => {
  test.setTimeout(180_000);
  const { one, other } = await twoAtOnePrinciple(arrive, { title: "A slow disk" });
  const wake = await putToSleep((await postmasterOf(server.dataDir)) ?? 0);
  await typeAtEnd(one, " kept");
  await expect(one.getByText(/^Your words: waiting to be kept \(\d+\)$/)).toBeVisible();
  await expect(boxOf(other)).toHaveValue("A promise");
  wake();
  await expectState(one, "kept");
  await expect(boxOf(other)).toHaveValue("A promise kept", { timeout: BACK_WITHIN });
});

interface Device {
  /** Databases of ours. */
  readonly databases: number;
  readonly records: number;
  readonly bytes: number;
  /** All that scripts may store, with every byte as a letter of its own, and with pairs of bytes as one. */
  readonly readable: string;
}

/** All that this browser keeps of the site where a next person could look. */
function onDevice(page: Page): Promise<Device> {
  return page.evaluate(async () => {
    const answer = <T>(asked: IDBRequest<T>) => new Promise<T>((resolve, reject) => {
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error ?? new Error("IndexedDB"));
    });
    const lettersIn = (bytes: Uint8Array) => `${String.fromCharCode(...bytes)} ${new TextDecoder("utf-16le").decode(bytes)}`;
    const found = (await indexedDB.databases()).filter(({ name }) => name?.startsWith("ymholi"));
    const records: Record<string, unknown>[] = [];
    for (const { name = "" } of found) {
      const base = await answer(indexedDB.open(name));
      for (const store of base.objectStoreNames) records.push(...((await answer(base.transaction(store).objectStore(store).getAll())) as Record<string, unknown>[]));
      base.close();
    }
    const buffers = records.flatMap((record) => Object.values(record)).filter((value) => value instanceof ArrayBuffer || value instanceof Uint8Array).map((value) => new Uint8Array(value));
    const plain = [...records.map((record) => JSON.stringify(record)), ...Object.values({ ...localStorage }), ...Object.entries({ ...sessionStorage }).filter(([key]) => key.startsWith("ymholi")).flat()];
    return { databases: found.length, records: records.length, bytes: buffers.reduce((sum, { length }) => sum + length, 0), readable: [...plain, ...buffers.map(lettersIn)].join("\n") };
  });
}
