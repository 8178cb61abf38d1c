/**
 * A line that repeats, holds back and reorders frames in both directions, and sends old ones again: what no honest
 * network does to a WebSocket, and a hostile one may. Nothing is doubled, nothing is lost, and all read the same.
 */
import { once } from "node:events";

import { afterAll, beforeAll, expect, test } from "vitest";
import { WebSocket } from "ws";

import { addItem, readList, textOf } from "#app/lists/lists.doc.ts";
import { closeCodes, messages } from "#app/live/codes.ts";
import { Dice } from "#tests/attacks/pages.ts";
import { startTestHub, type TestHub } from "#tests/hub.ts";
import { openPage, until, type TestPage } from "#tests/seats.ts";

/** HUB_MANGLED=500 for a long night. */
const sessions = Number(process.env.HUB_MANGLED ?? 20);
const WORDS = 40;

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.stop());

test(`${sessions} sessions over lines that repeat, reorder and replay frames: no word is doubled, none is lost`, async () => {
  let returned = 0;
  for (let seed = 1; seed <= sessions; seed++) returned += await session(seed);
  console.info(`${returned} of ${sessions * 3 * WORDS} words were handed back to their writers, all others are kept`);
});

test("a frame that somebody recorded is refused from anybody else, and from its writer a second time", async () => {
  const { documents: { priorities } } = hub;
  const frames: Uint8Array[] = [];
  const honest = openPage({ port: hub.port, memberId: "anna", documentId: priorities, over: recording(frames) });
  await until(() => honest.shared.isLoaded);
  honest.shared.change((doc) => addItem(doc, { id: "once", order: "a0", text: "once", lang: "en" }));
  await until(() => honest.shared.waiting === 0);
  const recorded = frames.at(-1);
  if (!recorded) throw new Error("it was sent");
  for (const memberId of ["eve", "anna"]) {
    const socket = hub.socket(memberId, `/live/document/${priorities}?v=1`);
    await once(socket, "open");
    socket.send(recorded);
    expect((await once(socket, "close"))[0]).toBe(closeCodes.refused);
  }
  expect((await hub.hub.live.read(priorities, readList)).items.map(({ text }) => text)).toEqual(["once"]);
  honest.shared.close();
});

/** Three people type whole words over mangled lines, then the lines mend. Tells how many words came back to their writers. */
async function session(seed: number): Promise<number> {
  const dice = new Dice(seed);
  const itemId = `item${seed}`;
  const documentId = hub.documents.principles;
  await hub.hub.live.write(documentId, "anna", (doc) => addItem(doc, { id: itemId, order: `a${seed}`, text: "", lang: "en" }));
  const line = { isMangled: true };
  const pages = ["anna", "bryn", "carys"].map((memberId) => openPage({ port: hub.port, memberId, documentId, over: mangled(dice, line) }));
  await until(() => pages.every(({ shared }) => shared.isLoaded));
  for (let n = 0; n < WORDS; n++) {
    pages.forEach((page, p) => page.shared.change((doc) => textOf(doc, itemId)?.insert(0, wordOf(p, n))));
    if (dice.below(15) === 0) dice.pick(pages).cut();
    await new Promise((resolve) => setTimeout(resolve, dice.below(12)));
  }
  line.isMangled = false;
  // What is still held back is lost with its line, and sent again.
  for (const page of pages) page.cut();
  await until(() => pages.every(({ shared }) => shared.isOpen && shared.waiting === 0));
  const text = (await hub.hub.live.read(documentId, (doc) => textOf(doc, itemId)?.toString())) ?? "";
  await until(() => pages.every(({ shared }) => textOf(shared.doc, itemId)?.toString() === text));
  const returned = pages.map((page, p) => expectEachOnce(page, { seed, writer: p, text }));
  for (const { shared } of pages) shared.close();
  return returned.reduce((sum, count) => sum + count, 0);
}

/** Each word stands in the text once, or was handed back once. Tells how many were handed back. */
function expectEachOnce({ shared }: TestPage, { seed, writer, text }: { seed: number; writer: number; text: string }): number {
  const back = (shared.refused?.words ?? []).map((words) => words.text).join("");
  const counts = Array.from({ length: WORDS }, (_, n) => wordOf(writer, n)).map((word) => ({ word, kept: times(text, word), back: times(back, word) }));
  expect({ seed, writer, wrong: counts.filter(({ kept, back }) => kept + back !== 1) }).toEqual({ seed, writer, wrong: [] });
  return counts.filter((count) => count.back === 1).length;
}

const wordOf = (writer: number, n: number) => `<${writer}.${n}>`;
const times = (text: string, word: string) => text.split(word).length - 1;

/** A socket that does one of its frames in twelve some harm, once it has been greeted and while its line is mangled. */
function mangled(dice: Dice, line: { isMangled: boolean }): typeof WebSocket {
  const sent: Uint8Array[] = [];
  return class extends WebSocket {
    #held: Uint8Array | null = null;
    #heard: unknown[] | null = null;
    #isGreeted = false;

    override send(frame: Uint8Array): void {
      const harm = line.isMangled && isOne(frame, messages.sync, 2) ? dice.below(36) : 3;
      sent.push(frame);
      if (harm === 0) this.#held = frame;
      else super.send(frame);
      if (harm === 1) super.send(frame);
      if (harm === 2) super.send(dice.pick(sent));
      if (harm > 0 && this.#held) super.send(this.#held);
      if (harm > 0) this.#held = null;
    }

    override emit(event: string, ...told: unknown[]): boolean {
      const [data] = told;
      if (event !== "message" || !(data instanceof ArrayBuffer)) return super.emit(event, ...told);
      const frame = new Uint8Array(data);
      this.#isGreeted ||= frame[0] === messages.hello;
      const harm = line.isMangled && this.#isGreeted && (isOne(frame, messages.sync, 2) || isOne(frame, messages.ack)) ? dice.below(12) : 2;
      if (harm === 0 && !this.#heard) this.#heard = told;
      else super.emit(event, ...told);
      if (harm === 1) super.emit(event, ...told);
      if (harm > 0 && this.#heard) super.emit(event, ...this.#heard);
      if (harm > 0) this.#heard = null;
      return true;
    }
  };
}

function isOne(frame: Uint8Array, number: number, step?: number): boolean {
  return frame[0] === number && (step === undefined || frame[1] === step);
}

function recording(frames: Uint8Array[]): typeof WebSocket {
  return class extends WebSocket {
    override send(frame: Uint8Array): void {
      frames.push(frame);
      super.send(frame);
    }
  };
}
