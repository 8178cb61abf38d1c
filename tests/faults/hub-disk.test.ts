/** The disk under the store fills up while people write: their words wait, the ballast goes, the host is told what to do, and all is kept once there is room. */
import { randomBytes } from "node:crypto";
import { open, rm } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";

import pg from "pg";
import { expect, onTestFinished, test } from "vitest";

import { addItem, textOf } from "#app/lists/lists.doc.ts";
import { startKeeper } from "#server/database/keeper.ts";
import { migrate } from "#server/database/migrate.ts";
import { createHub } from "#server/live/hub.ts";
import { folderOfStore, MAKE_ROOM, watchDisk, type Disk } from "#server/operations/disk.ts";
import { listen, openPage, seedSession, testOptions, until, type TestPage } from "#tests/seats.ts";

import { mayMount, smallDisk } from "./disk.ts";

const MIB = 1024 * 1024;
const DISK_BYTES = 256 * MIB;
const sizes = { ballastBytes: 24 * MIB, fullBytes: 8 * MIB, lowBytes: 32 * MIB };

/** Characters of one pasting: more than the tables have room for without growing. */
const PASTED = 20_000;

test.skipIf(!mayMount())("a disk that fills up while people write: words wait, the ballast goes, the host is told, and with room all is kept", { timeout: 300_000 }, async () => {
  const { hub, watch, page, reader, documentId, said, boards, fill, makeRoom } = await houseOnSmallDisk();
  const first = watch();
  await first.look();
  expect(first.isFull).toBe(false);
  // It looks by itself every two seconds; here it looks when the test says so.
  first.close();
  const pasted = [paste(page)];
  await until(() => page.shared.waiting === 0);

  await fill();
  pasted.push(paste(page));
  await until(() => hub.figures().isStoreFull);
  expect([page.shared.waiting, page.shared.isOpen, hub.figures().storeErrors > 0]).toEqual([1, true, true]);
  expect(textOf(reader.shared.doc, "one")?.length, "nobody sees what is not kept").toBe(PASTED);

  const told = await boards();
  const disk = watch();
  await disk.look();
  expect(said).toContain(MAKE_ROOM);
  expect(disk.isFull).toBe(true);
  // The ballast was room enough for what waited, and for telling the desks.
  await until(() => page.shared.waiting === 0 && !hub.figures().isStoreFull);
  await disk.look();
  expect(await boards()).toBeGreaterThan(told);

  await fill();
  pasted.push(paste(page));
  await until(() => hub.figures().isStoreFull);
  expect(page.shared.waiting).toBe(1);

  await makeRoom();
  await until(() => page.shared.waiting === 0);
  await disk.look();
  expect([disk.isFull, hub.figures().isStoreFull]).toEqual([false, false]);
  const text = pasted.reverse().join("");
  await until(() => textOf(reader.shared.doc, "one")?.toString() === text);
  expect(await hub.live.read(documentId, (doc) => textOf(doc, "one")?.toString())).toBe(text);
  expect(page.shared.refused).toBeNull();
});

/** Writes in one go what does not compress, and tells it. */
function paste(page: TestPage): string {
  const words = randomBytes(PASTED / 2).toString("hex");
  page.shared.change((doc) => textOf(doc, "one")?.insert(0, words));
  return words;
}

async function houseOnSmallDisk() {
  const small = await smallDisk(DISK_BYTES);
  const said: string[] = [];
  const say = (sentence: string) => void said.push(sentence);
  const dataDir = path.join(small.folder, "data");
  const keeper = await startKeeper({ dataDir, say });
  const pool = new pg.Pool({ connectionString: keeper.url, max: 6 });
  pool.on("error", () => {});
  const client = await pool.connect();
  await migrate(client, fileURLToPath(new URL("../../prisma/migrations", import.meta.url)));
  client.release();
  const { sessionId, documents } = await seedSession(pool);
  const hub = createHub(testOptions(pool, sessionId, { rights: "write", board: {}, strangers: new Set() }));
  const server = createServer();
  server.on("upgrade", (req, socket, head) => hub.upgrade(req, socket, head) || socket.destroy());
  const port = await listen(server);
  const folder = await folderOfStore(dataDir);
  const watches = new Set<Disk>();
  const watch = () => {
    const one = watchDisk({ folder, log: { warn: () => {}, error: () => {} }, say, tellDesks: () => hub.tellDesks(), sizes });
    watches.add(one);
    return one;
  };
  const [page, reader] = ["anna", "bryn"].map((memberId) => openPage({ port, memberId, documentId: documents.principles })) as [TestPage, TestPage];
  onTestFinished(async () => {
    for (const { shared } of [page, reader]) shared.close();
    for (const one of watches) one.close();
    await hub.stop();
    server.close();
    await pool.end();
    await keeper.stop();
    await small.remove();
  }, 60_000);
  await until(() => page.shared.isLoaded && reader.shared.isLoaded);
  page.shared.change((doc) => addItem(doc, { id: "one", order: "a0", text: "", lang: "en" }));
  await until(() => textOf(reader.shared.doc, "one") !== undefined);
  const filler = path.join(small.folder, "filler");
  return {
    hub, watch, page, reader, said, documentId: documents.principles,
    boards: async () => (await pool.query<{ boardVersion: number }>(`SELECT "boardVersion" FROM "Session" WHERE id = $1`, [sessionId])).rows[0]?.boardVersion ?? 0,
    fill: () => fillUp(filler),
    makeRoom: () => rm(filler),
  };
}

/** Somebody else's file takes all that is left. */
async function fillUp(file: string): Promise<void> {
  const handle = await open(file, "a");
  try {
    for (const piece of [MIB, 4096]) while (await handle.appendFile(Buffer.alloc(piece)).then(() => true, () => false));
  } finally {
    await handle.close();
  }
}
