/** The documents that are typed in, and single keystrokes as bytes, made without a replica each. */
import * as encoding from "lib0/encoding";
import * as Y from "yjs";

import { addItem, textOf } from "#app/lists/lists.doc.ts";

const SEED_CLIENT = 1;
/** Well away from the members of a crowd. */
const FIRST_HAND = 2_000_000_000;
const PLACES_PER_ITEM = 20;
const STRING = 4;
const HAS_ORIGINS = 0x80 | 0x40;

/** A place in a text where one person types: between these two characters. */
export interface Spot {
  readonly left: Y.ID;
  readonly right: Y.ID;
}

export interface SeededDocument {
  readonly update: Uint8Array;
  readonly spots: readonly Spot[];
}

/** A list with a spot for each typist, twenty to an item. */
export function emptyDocument(typists: number): SeededDocument {
  const doc = new Y.Doc();
  return finish(doc, addPlaces(doc, typists));
}

/** A list with a spot for each typist, in which so many hands have written a letter each, all over it. */
export function documentOfMany(hands: number, typists: number): SeededDocument {
  const doc = new Y.Doc();
  const texts = addPlaces(doc, Math.max(typists, 400));
  // One transaction: each costs Yjs a look at all who ever wrote.
  doc.transact(() => {
    for (let hand = 0; hand < hands; hand++) {
      const text = texts[hand % texts.length]!;
      doc.clientID = FIRST_HAND + hand;
      text.insert(text.length, "x");
    }
  });
  return finish(doc, texts);
}

/**
 * As a long day leaves it: `edits` words by 200 hands all over twenty texts, a tenth of them taken out again.
 * 50,000 of them make about a megabyte. The same for the same numbers.
 */
export function longDocument(edits: number, typists: number): SeededDocument {
  const doc = new Y.Doc();
  const texts = addPlaces(doc, 400);
  const roll = dice(20_261_122);
  for (let i = 0; i < edits; i++) {
    // Yjs reads it at each change, so one replica can write with many hands.
    if (i % 25 === 0) doc.clientID = 1_000 + roll(200);
    const text = texts[roll(texts.length)]!;
    const at = roll(text.length);
    if (roll(10) === 0 && text.length > 200) text.delete(Math.min(at, text.length - 12), 10);
    else text.insert(at, word(roll));
  }
  doc.clientID = SEED_CLIENT;
  return finish(doc, addPlaces(doc, typists, "z"));
}

function addPlaces(doc: Y.Doc, typists: number, prefix = "item"): Y.Text[] {
  doc.clientID = SEED_CLIENT;
  return Array.from({ length: Math.ceil(typists / PLACES_PER_ITEM) }, (_, i) => {
    const id = `${prefix}${String(i).padStart(2, "0")}`;
    addItem(doc, { id, order: `a${i}`, text: ". ".repeat(PLACES_PER_ITEM), lang: "en" });
    return textOf(doc, id)!;
  });
}

function finish(doc: Y.Doc, texts: readonly Y.Text[]): SeededDocument {
  const spots = texts.flatMap((text) => Array.from({ length: PLACES_PER_ITEM }, (_, i) => spotIn(text, i * 2)));
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return { update, spots };
}

function spotIn(text: Y.Text, index: number): Spot {
  const idAt = (at: number) => Y.createRelativePositionFromTypeIndex(text, at).item!;
  return { left: idAt(index), right: idAt(index + 1) };
}

/** A person at a spot. Each key is one update, as their page would send it. */
export class Hand {
  #clock = 0;
  #last: Y.ID;

  constructor(readonly client: number, private readonly spot: Spot) {
    this.#last = spot.left;
  }

  /** How many characters were written; the clock of the next one. */
  get clock(): number {
    return this.#clock;
  }

  type(text: string): Uint8Array {
    return this.#write(text, null);
  }

  /** Writes a text in the place of the one written before. */
  rewrite(text: string): Uint8Array {
    const before = this.#clock === 0 ? null : { clock: this.#clock - text.length, length: text.length };
    return this.#write(text, before);
  }

  #write(text: string, deleted: { clock: number; length: number } | null): Uint8Array {
    const encoder = encoding.createEncoder();
    const put = (...numbers: number[]) => numbers.forEach((number) => encoding.writeVarUint(encoder, number));
    put(1, 1, this.client, this.#clock);
    encoding.writeUint8(encoder, STRING | HAS_ORIGINS);
    put(this.#last.client, this.#last.clock, this.spot.right.client, this.spot.right.clock);
    encoding.writeVarString(encoder, text);
    if (deleted) put(1, this.client, 1, deleted.clock, deleted.length);
    else put(0);
    this.#clock += text.length;
    this.#last = Y.createID(this.client, this.#clock - 1);
    return encoding.toUint8Array(encoder);
  }
}

/** Which characters of whom an update brings. */
export interface Run {
  readonly client: number;
  readonly from: number;
  readonly to: number;
}

export function runsIn(update: Uint8Array): Run[] {
  return Y.decodeUpdate(update).structs.map(({ id, length }) => ({ client: id.client, from: id.clock, to: id.clock + length }));
}

function word(roll: (below: number) => number): string {
  return `${Array.from({ length: 6 + roll(12) }, () => String.fromCharCode(97 + roll(26))).join("")} `;
}

/** In another order, the same for the same seed. */
export function shuffled<T>(things: readonly T[], seed: number): T[] {
  const roll = dice(seed);
  const rest = [...things];
  return things.flatMap(() => rest.splice(roll(rest.length), 1));
}

/** Seeded (mulberry32). */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}
