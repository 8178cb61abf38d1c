import { mkdtemp, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";

import { expect, test } from "vitest";

import { connectTo } from "#server/database/open.ts";
import { type ScratchDatabase, scratchDatabase } from "#tests/database.ts";

import { readArchive } from "./archive.ts";
import { loadRecord } from "./load.ts";
import { saveRecord } from "./save.ts";
import { digestOf, listTables, readTable, withPlainClient } from "./tables.ts";

const MIGRATIONS = "prisma/migrations";

/** Whatever COPY's text format could trip over. */
const HARD_WORDS = "Tŷ\tŵyl\nline\\two \\N \\. \u0001 🧑🏽‍🦼 \"quoted\" 'single'";

test("a copy put into another store holds exactly what was there", async () => {
  await inTwoStores(async ({ here, there, folder }) => {
    await fillWithHardThings(here);
    await saveRecord({ url: here.url, folder, secretFile: null });
    await loadRecord({ url: there.url, folder, migrations: MIGRATIONS, whenTaken: "refuse" });
    expect(await digestsOf(there.url)).toEqual(await digestsOf(here.url));
    expect((await there.db.enquiry.findFirstOrThrow()).purpose).toEqual({ en: HARD_WORDS });
    expect((await there.db.documentUpdate.findFirstOrThrow()).bytes).toEqual(new Uint8Array([0, 9, 10, 92, 255]));
  });
});

test("a copy is of one moment, whatever is written meanwhile", async () => {
  await inTwoStores(async ({ here, folder }) => {
    await fillWithHardThings(here);
    let writing = true;
    const writer = (async () => {
      for (let n = 0; writing; n++) await here.db.enquiry.create({ data: { ...anEnquiry(), team: { create: { facilitator: { create: { email: `${n}@example.cymru`, name: "-", passphraseHash: "-" } } } } } });
    })();
    const manifest = await saveRecord({ url: here.url, folder, secretFile: null });
    writing = false;
    await writer;
    const rowsOf = (name: string) => manifest.tables.find((table) => table.name === name)?.rows ?? 0;
    expect(rowsOf("TeamMember")).toBe(rowsOf("Enquiry") - 1); // the first has no team
  });
});

test("nobody but its owner can read a copy", async () => {
  await inTwoStores(async ({ here, folder }) => {
    await saveRecord({ url: here.url, folder, secretFile: null });
    const modes = await Promise.all([folder, ...(await readdir(folder)).map((name) => path.join(folder, name))].map(async (file) => (await stat(file)).mode & 0o077));
    expect(new Set(modes)).toEqual(new Set([0]));
  });
});

test("one damaged byte anywhere is noticed before anything is changed", async () => {
  await inTwoStores(async ({ here, there, folder }) => {
    await fillWithHardThings(here);
    await saveRecord({ url: here.url, folder, secretFile: null });
    const file = path.join(folder, "Enquiry.copy.gz");
    const bytes = await readFile(file);
    for (const at of [0, 20, Math.floor(bytes.length / 2), bytes.length - 6]) {
      const damaged = Buffer.from(bytes);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      await writeFile(file, damaged);
      await expect(loadRecord({ url: there.url, folder, migrations: MIGRATIONS, whenTaken: "replace" })).rejects.toThrow("is damaged");
    }
    await writeFile(file, bytes.subarray(0, bytes.length - 8));
    await expect(loadRecord({ url: there.url, folder, migrations: MIGRATIONS, whenTaken: "replace" })).rejects.toThrow("is damaged");
    await writeFile(file, bytes);
    await loadRecord({ url: there.url, folder, migrations: MIGRATIONS, whenTaken: "refuse" });
  });
});

test("a store with a record is replaced only when that is said", async () => {
  await inTwoStores(async ({ here, there, folder }) => {
    await saveRecord({ url: here.url, folder, secretFile: null });
    await fillWithHardThings(there);
    const load = (whenTaken: "refuse" | "replace") => loadRecord({ url: there.url, folder, migrations: MIGRATIONS, whenTaken });
    await expect(load("refuse")).rejects.toThrow("add --replace");
    expect((await digestsOf(there.url)).find((table) => table.name === "Enquiry")?.rows).toBe(1);
    await load("replace");
    expect((await digestsOf(there.url)).every((table) => table.rows === 0)).toBe(true);
  });
});

test("a store that is in use is left alone", async () => {
  await inTwoStores(async ({ here, there, folder }) => {
    await saveRecord({ url: here.url, folder, secretFile: null });
    expect(await there.db.enquiry.count()).toBe(0); // an open connection
    await expect(loadRecord({ url: there.url, folder, migrations: MIGRATIONS, whenTaken: "replace" })).rejects.toThrow("Stop it first");
  });
});

test("a copy of a newer Ymholi is refused", async () => {
  await inTwoStores(async ({ here, there, folder }) => {
    await saveRecord({ url: here.url, folder, secretFile: null });
    const manifest = await readArchive(folder);
    const newer = { ...manifest, migrations: [...manifest.migrations, { name: "99990101000000_later", checksum: "-" }] };
    await writeFile(path.join(folder, "record.json"), JSON.stringify(newer));
    await expect(loadRecord({ url: there.url, folder, migrations: MIGRATIONS, whenTaken: "refuse" })).rejects.toThrow("made by a newer Ymholi");
  });
});

test("a folder that is there already is not written over", async () => {
  await inTwoStores(async ({ here, folder }) => {
    await saveRecord({ url: here.url, folder, secretFile: null });
    await expect(saveRecord({ url: here.url, folder, secretFile: null })).rejects.toThrow("exists already");
  });
});

test("every table has a key to order its copy by, and no sequence that a copy would forget", async () => {
  await inTwoStores(async ({ here }) => {
    const tables = await withPlainClient(here.url, listTables);
    expect(tables.filter((table) => !table.key?.length).map((table) => table.name)).toEqual([]);
    expect((await here.pool.query("SELECT sequencename FROM pg_sequences")).rows).toEqual([]);
  });
});

interface TwoStores {
  readonly here: ScratchDatabase;
  readonly there: ScratchDatabase;
  readonly folder: string;
}

async function inTwoStores(work: (stores: TwoStores) => Promise<void>): Promise<void> {
  const [here, there] = await Promise.all([scratchDatabase(), scratchDatabase()]);
  const top = await mkdtemp(path.join(os.tmpdir(), "ymholi-copy-"));
  await work({ here, there, folder: path.join(top, "copy") });
  await Promise.all([here.close(), there.close()]);
  await rm(top, { recursive: true });
}

async function digestsOf(url: string) {
  return withPlainClient(url, async (client) => {
    const digests = [];
    for (const table of await listTables(client)) digests.push({ name: table.name, ...(await digestOf(readTable(client, table))) });
    return digests;
  });
}

function anEnquiry() {
  return { title: { en: HARD_WORDS, cy: "Seibiant" }, question: {}, purpose: { en: HARD_WORDS }, place: HARD_WORDS, languages: ["en", "cy", 'a "b", {c}'], safeguardingName: "", safeguardingPhone: "" };
}

/** Through connections of its own, which are gone afterwards. */
async function fillWithHardThings({ url }: ScratchDatabase): Promise<void> {
  const { db, end } = connectTo(url);
  const enquiry = await db.enquiry.create({ data: anEnquiry() });
  const session = await db.session.create({ data: { enquiryId: enquiry.id, title: {}, template: "enquiry60", clockEndsAt: new Date("2026-10-25T01:59:59.999Z") } });
  const document = await db.document.create({ data: { sessionId: session.id, kind: "notes" } });
  await db.documentUpdate.create({ data: { documentId: document.id, seq: 9_007_199_254_740_993n, bytes: new Uint8Array([0, 9, 10, 92, 255]) } });
  await end();
}
