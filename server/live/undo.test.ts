import { expect, test } from "vitest";
import * as Y from "yjs";

import { addItem, attachQuote, listShape, moveItem, readList, setRemoved, textOf } from "#app/lists/lists.doc.ts";
import type { LogRow } from "#app/live/live.doc.ts";
import { removeRecord } from "#app/live/records.doc.ts";
import { Court, Dice, Page, reading } from "#tests/attacks/pages.ts";

import { copyOf, replay, takeBack, type Theirs } from "./undo.ts";

const SESSIONS = 150;

test("what others wrote inside a vandal's words stays, and what she wrote inside theirs goes", async () => {
  const table = new Table(["ann", "gwen"]);
  table.does("ann", (doc) => addItem(doc, { id: "a", order: "a0", text: "Care near home", lang: "en" }));
  table.does("gwen", (doc) => textOf(doc, "a")?.insert(5, "is never "));
  table.does("gwen", (doc) => addItem(doc, { id: "g", order: "a1", text: "Rubbish", lang: "en" }));
  table.does("ann", (doc) => textOf(doc, "g")?.insert(3, " but listen "));
  table.does("gwen", (doc) => addItem(doc, { id: "h", order: "a2", text: "More rubbish", lang: "en" }));
  await table.undo("gwen");
  expect(table.texts()).toEqual({ a: "Care near home", g: " but listen " });
});

test("what she deleted is back: words, fields, whole items with everybody's words, and what was attached", async () => {
  const table = new Table(["ann", "bryn", "gwen"]);
  table.does("ann", (doc) => addItem(doc, { id: "a", order: "a0", text: "Care near home", lang: "en" }));
  table.does("bryn", (doc) => textOf(doc, "a")?.insert(14, ", always"));
  table.does("bryn", (doc) => addItem(doc, { id: "b", order: "a1", text: "Ask first", lang: "en" }));
  table.does("ann", (doc) => attachQuote(doc, { id: "q", itemId: "a", by: "ann", documentId: "d", noteId: "n", evidenceItemId: "e", versionId: "v", blockId: "b", exact: "sleeping", kind: "research", lang: "en" }));
  const before = reading(table.court.doc);
  table.does("gwen", (doc) => textOf(doc, "b")?.delete(0, 9));
  table.does("gwen", (doc) => setRemoved(doc, "b", true));
  table.does("gwen", (doc) => moveItem(doc, "a", "z9"));
  table.does("gwen", (doc) => textOf(doc, "a")?.delete(0, 4));
  table.does("gwen", (doc) => setRemoved(doc, "a", true));
  table.does("gwen", (doc) => removeRecord(doc, "items", "a"));
  table.does("gwen", (doc) => removeRecord(doc, "quotes", "q"));
  await table.undo("gwen");
  expect(reading(table.court.doc)).toBe(before);
  expect(table.writersOf("a")).toEqual([["ann", "Care near home"], ["bryn", ", always"]]);
});

test("what others deleted or decided since stays so", async () => {
  const table = new Table(["ann", "gwen"]);
  table.does("ann", (doc) => addItem(doc, { id: "a", order: "a0", text: "One two three", lang: "en" }));
  table.does("gwen", (doc) => moveItem(doc, "a", "b0"));
  table.does("ann", (doc) => moveItem(doc, "a", "c0"));
  table.does("ann", (doc) => textOf(doc, "a")?.delete(0, 4));
  table.does("gwen", (doc) => textOf(doc, "a")?.delete(0, 4));
  await table.undo("gwen");
  expect(readList(table.court.doc).items).toMatchObject([{ order: "c0", text: "two three" }]);
});

test("a second undoing brings nothing back twice, and each can be put back", async () => {
  const table = new Table(["ann", "gwen"]);
  table.does("ann", (doc) => addItem(doc, { id: "a", order: "a0", text: "One two three", lang: "en" }));
  table.does("gwen", (doc) => textOf(doc, "a")?.delete(0, 4));
  const vandalised = reading(table.court.doc);
  const first = await table.undo("gwen");
  await table.undo("gwen");
  expect(table.texts()).toEqual({ a: "One two three" });
  await table.putBack(first, "gwen");
  expect(reading(table.court.doc)).toBe(vandalised);
  await table.undo("gwen");
  expect(table.texts()).toEqual({ a: "One two three" });
});

test(`in ${SESSIONS} random sessions her words go, theirs come back in order, and putting back leads where it was`, { timeout: 120_000 }, async () => {
  for (let seed = 1; seed <= SESSIONS; seed++) {
    const table = new Table(["gwen", "ann", "bryn"], seed);
    table.play(80);
    const before = reading(table.court.doc);
    const expected = table.expectedWithout("gwen");
    const row = await table.undo("gwen");
    expect(table.standing(), `seed ${seed}`).toEqual(expected);
    expect(table.outOfOrder(), `seed ${seed}`).toEqual([]);
    await table.putBack(row, "gwen");
    expect(reading(table.court.doc), `seed ${seed}`).toBe(before);
    expect(new Set(table.pages.map((page) => reading(page.doc))), `seed ${seed}`).toEqual(new Set([before]));
  }
});

/** Who is known to have written and to have deleted each letter, and each item; every letter is there once. */
interface Known {
  readonly writer: Map<string, string>;
  readonly deleter: Map<string, string>;
}

/** A table with honest pages round it, its log, and what a bystander can know of who did what. */
class Table {
  readonly court = new Court();
  readonly pages: Page[];
  readonly log: LogRow[] = [];
  readonly #letters: Known = { writer: new Map(), deleter: new Map() };
  readonly #items: Known = { writer: new Map(), deleter: new Map() };
  /** Every reading of every item there ever was. */
  readonly #readings: string[] = [];
  /** The item in which each letter was read. */
  readonly #homes = new Map<string, string>();
  /** Undoings by the last row they looked at, and whose changes a row put back. */
  readonly #undone: number[] = [];
  readonly #putBackOf = new Map<number, string>();
  readonly #dice: Dice;
  #made = 0;

  constructor(members: readonly string[], seed = 1) {
    this.#dice = new Dice(seed);
    this.pages = members.map((memberId) => new Page({ memberId, clientId: 1 + this.#dice.below(2 ** 31) }, this.court.doc));
  }

  does(memberId: string, change: (doc: Y.Doc) => void): void {
    const page = this.pages.find(({ writer }) => writer.memberId === memberId);
    if (!page) throw new Error(`${memberId} is not here`);
    page.hear();
    change(page.doc);
    this.#deliver(page);
  }

  /** Random acts with pages that hear late, so that many happen at the same time. */
  play(acts: number): void {
    for (let i = 0; i < acts; i++) {
      const page = this.#dice.pick(this.pages);
      if (this.#dice.below(3) === 0) page.hear();
      this.#act(page.doc);
      if (this.#dice.below(3) > 0) this.#deliver(page);
    }
    for (const page of this.pages) this.#deliver(page);
    for (const page of this.pages) page.hear();
  }

  #act(doc: Y.Doc): void {
    const { items } = readList(doc);
    const kind = this.#dice.below(12);
    if (items.length === 0 || kind === 0) return addItem(doc, { id: `i${this.#made++}`, order: `a${this.#made}`, text: this.#newLetters(), lang: "en" });
    const { id } = this.#dice.pick(items);
    const text = textOf(doc, id);
    if (kind === 1) return removeRecord(doc, "items", id);
    if (kind === 2) return setRemoved(doc, id, this.#dice.below(2) === 0);
    if (!text || kind > 7) return text?.insert(this.#dice.below(text.length + 1), this.#newLetters());
    const at = this.#dice.below(text.length + 1);
    text.delete(at, Math.min(text.length - at, this.#dice.below(6)));
  }

  #newLetters(): string {
    return Array.from({ length: 1 + this.#dice.below(4) }, () => String.fromCharCode(0x4e00 + this.#made++)).join("");
  }

  /** Each change is one row; what appears and vanishes with it is its member's doing. */
  #deliver(page: Page): void {
    for (const bytes of page.outgoing.splice(0)) {
      const { memberId } = page.writer;
      const [letters, items] = [this.#lettersNow(), this.#itemsNow()];
      if (!this.court.take({ bytes, whole: false }, page.writer).ok) throw new Error("an honest change was refused");
      this.#note(this.#letters, memberId, { before: letters, after: this.#lettersNow() });
      this.#note(this.#items, memberId, { before: items, after: this.#itemsNow() });
      for (const [id, text] of Object.entries(this.texts())) for (const letter of text) this.#homes.set(letter, id);
      this.#readings.push(...Object.values(this.texts()));
      this.#append({ memberId, bytes });
    }
  }

  #append(row: Pick<LogRow, "memberId" | "bytes">): number {
    this.log.push({ ...row, seq: this.log.length + 1, at: new Date(0) });
    for (const page of this.pages) page.incoming.push(row.bytes);
    return this.log.length;
  }

  #note({ writer, deleter }: Known, memberId: string, { before, after }: { before: Set<string>; after: Set<string> }): void {
    for (const one of after) if (!writer.has(one)) writer.set(one, memberId);
    for (const one of before) if (!after.has(one)) deleter.set(one, memberId);
  }

  texts(): Record<string, string> {
    return Object.fromEntries(readList(this.court.doc).items.map(({ id, text }) => [id, text]));
  }

  #lettersNow(): Set<string> {
    return new Set(Object.values(this.texts()).join(""));
  }

  #itemsNow(): Set<string> {
    return new Set(Object.keys(this.texts()));
  }

  /** The letters and items there should be, were one person's doings undone. */
  expectedWithout(memberId: string): { letters: string[]; items: string[] } {
    const stays = ({ deleter }: Known, one: string) => (deleter.get(one) ?? memberId) === memberId;
    const written = [...this.#letters.writer].filter(([letter, writer]) => writer !== memberId && stays(this.#letters, letter) && stays(this.#items, this.#homes.get(letter) ?? "")).map(([letter]) => letter);
    const items = [...this.#items.writer].filter(([item, writer]) => stays(this.#items, item) && (writer !== memberId || this.#holds(item, written))).map(([item]) => item);
    return { letters: written.sort(), items: items.sort() };
  }

  #holds(item: string, letters: readonly string[]): boolean {
    return letters.some((letter) => this.#homes.get(letter) === item);
  }

  standing(): { letters: string[]; items: string[] } {
    return { letters: [...this.#lettersNow()].sort(), items: [...this.#itemsNow()].sort() };
  }

  /** Pairs of letters that now stand the other way round than anybody ever read them. */
  outOfOrder(): string[] {
    const now = Object.values(this.texts());
    return this.#readings.filter((reading) => now.some((text) => {
      const both = new Set([...reading].filter((letter) => text.includes(letter)));
      return [...reading].filter((letter) => both.has(letter)).join("") !== [...text].filter((letter) => both.has(letter)).join("");
    }));
  }

  writersOf(id: string): [string | undefined, string][] {
    const text = textOf(this.court.doc, id);
    const found: [string | undefined, string][] = [];
    for (let item = text?._start ?? null; item; item = item.right) if (!item.deleted && item.content instanceof Y.ContentString) found.push([this.court.members.get(item.id.client), item.content.str]);
    return found;
  }

  /** Undoes as the hub does; answers the row in which it stands. */
  async undo(memberId: string): Promise<number> {
    const since = Math.max(0, ...this.#undone);
    this.#undone.push(this.log.length);
    return this.#takeBack({ wrote: (client) => this.court.members.get(client) === memberId, deleted: ({ seq, memberId: by }) => (by === memberId && seq > since) || this.#putBackOf.get(seq) === memberId });
  }

  async putBack(row: number, memberId: string): Promise<void> {
    const clients = new Set(Y.parseUpdateMeta(this.log[row - 1]?.bytes ?? new Uint8Array([0, 0])).to.keys());
    this.#putBackOf.set(this.log.length + 1, memberId);
    await this.#takeBack({ wrote: (client) => clients.has(client), deleted: ({ seq }) => seq === row });
  }

  async #takeBack(theirs: Theirs): Promise<number> {
    const known = copyOf(await replay(this.log, Object.keys(listShape), theirs));
    const { update, authors } = takeBack(known, theirs, { authorOf: (client) => this.court.members.get(client), freshClient: () => 1 + this.#dice.below(2 ** 31) });
    for (const [client, author] of authors) this.court.members.set(client, author);
    const bytes = update ?? Uint8Array.of(0, 0);
    Y.applyUpdate(this.court.doc, bytes);
    expect(reading(this.court.doc)).toBe(reading(known.doc));
    const row = this.#append({ memberId: null, bytes });
    for (const page of this.pages) page.hear();
    return row;
  }
}
