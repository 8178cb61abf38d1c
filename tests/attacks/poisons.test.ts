/** Each known poison: what stock Yjs does with it, and that the gate refuses it for its own reason. */
import { expect, test } from "vitest";
import * as Y from "yjs";

import { textOf } from "#app/lists/lists.doc.ts";
import { Gate } from "#server/live/gate.ts";
import { shapes } from "#server/live/shapes.ts";

import { reading } from "./pages.ts";
import { documents, poisons, type Poison, type Stock } from "./poisons.ts";

const CARER = 1001;
const EVE = 2002;
const members = new Map([[CARER, "carer"], [EVE, "eve"]]);

test.each(poisons)("$name: refused for its $reason", (poison) => {
  const { hex, reason, whole = false } = poison;
  const [doc, kind] = [documentOf(poison), kindOf(poison)];
  const before = Y.encodeStateAsUpdate(doc);
  const gate = new Gate(doc, shapes[kind], (client) => members.get(client));
  expect(gate.judge({ bytes: bytesOf(hex), whole }, { memberId: "eve", clientId: EVE })).toEqual({ ok: false, reason });
  expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
});

test.each(poisons)("$name: stock Yjs $stock", (poison) => {
  const doc = documentOf(poison);
  const before = reading(doc, kindOf(poison));
  const thrown = thrownBy(() => Y.applyUpdate(doc, bytesOf(poison.hex)));
  expect(harms[poison.stock]({ doc, before, thrown, poison }), String(thrown)).toBe(true);
});

test("nothing of a poison is left out of the lists, and none stands in them twice", () => {
  expect(new Set(poisons.map(({ hex }) => hex)).size).toBe(poisons.length);
  expect(new Set(poisons.map(({ stock }) => stock))).toEqual(new Set(Object.keys(harms)));
});

interface Aftermath {
  readonly doc: Y.Doc;
  /** How it read before. */
  readonly before: string;
  readonly thrown: unknown;
  readonly poison: Poison;
}

/** True when stock Yjs does what is said of it. */
const harms: Readonly<Record<Stock, (after: Aftermath) => boolean>> = {
  takes: ({ thrown, doc }) => thrown === null && doc.store.pendingStructs === null && doc.store.pendingDs === null,
  throws: ({ thrown }) => thrown !== null,
  waits: ({ thrown, doc }) => thrown === null && doc.store.pendingStructs !== null,
  bricks: ({ thrown, doc }) => thrown === null && thrownBy(() => Y.encodeStateAsUpdate(doc)) !== null,
  "breaks what comes later": ({ thrown, doc, poison }) => thrown === null && [1, 2].every(() => thrownBy(() => Y.applyUpdate(doc, nextWords(poison))) !== null),
  silences: ({ thrown, doc, before, poison }) => {
    Y.applyUpdate(doc, nextWords(poison));
    return thrown === null && reading(doc, kindOf(poison)) === before;
  },
  "spoils an emoji": ({ doc, before }) => before.includes("😀") && textOf(doc, "one")?.toString().includes("\uFFFD") === true,
  "leaves roots": ({ thrown, doc, poison }) => thrown !== null && doc.share.size > Object.keys(shapes[kindOf(poison)]).length + 90,
  "comes out when read again": ({ thrown, doc, before, poison }) => thrown === null && reading(doc, kindOf(poison)) === before && reading(readAgain(poison), kindOf(poison)) !== before,
  "cannot be told": ({ thrown, doc }) => thrown === null && thrownBy(() => JSON.stringify(doc.getMap("links").toJSON())) !== null,
};

/** What the carer writes who has heard nothing of all this. */
function nextWords(poison: Poison): Uint8Array {
  const page = documentOf(poison);
  page.clientID = CARER;
  const sent: Uint8Array[] = [];
  page.on("update", (update: Uint8Array) => sent.push(update));
  textOf(page, "two")?.insert(0, "Please: ");
  return sent[0] ?? new Uint8Array();
}

function documentOf(poison: Poison): Y.Doc {
  const doc = blank(poison);
  for (const hex of documents[poison.on]) Y.applyUpdate(doc, bytesOf(hex));
  return doc;
}

/** As a server reads its log: all of it before anything deleted is let go. */
function readAgain(poison: Poison): Y.Doc {
  const doc = blank(poison);
  doc.transact(() => [...documents[poison.on], poison.hex].forEach((hex) => Y.applyUpdate(doc, bytesOf(hex))));
  return doc;
}

function blank(poison: Poison): Y.Doc {
  const doc = new Y.Doc();
  for (const root of Object.keys(shapes[kindOf(poison)])) doc.getMap(root);
  return doc;
}

function kindOf({ on }: Poison): "principles" | "notes" {
  return on === "list" ? "principles" : "notes";
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex, "hex"));
}

function thrownBy(act: () => unknown): unknown {
  try {
    act();
    return null;
  } catch (error) {
    return error;
  }
}
