/** Updates that no honest page sends: noise, honest ones damaged, and ones built with knowledge of the format. */
import * as encoding from "lib0/encoding";
import * as Y from "yjs";

import type { DocumentShape } from "#app/live/schema.ts";

import { after, all, byte, change, id as idOf, record, text as string, uint, type Id } from "./forging.ts";
import type { Dice } from "./pages.ts";

/** What an attacker with a hacked page knows. */
export interface Known {
  /** The document as it stands, and the roots and fields it may have. */
  readonly doc: Y.Doc;
  readonly shape: DocumentShape;
  /** The clientID that is theirs. */
  readonly mine: number;
  readonly memberId: string;
  /** Honest updates to damage. */
  readonly samples: readonly Uint8Array[];
}

export function hostile(dice: Dice, known: Known): Uint8Array {
  const way = dice.below(12);
  if (way === 0) return noise(dice, 1 + dice.below(80));
  if (way < 4) return damaged(dice, dice.pick(known.samples));
  return way < 10 ? built(dice, known) : seizing(dice, known);
}

function noise(dice: Dice, length: number): Uint8Array {
  return Uint8Array.from({ length }, () => dice.below(256));
}

function damaged(dice: Dice, sample: Uint8Array): Uint8Array {
  const bytes = [...sample];
  for (let cuts = 1 + dice.below(3); cuts > 0; cuts--) {
    const at = dice.below(bytes.length);
    const way = dice.below(5);
    if (way === 0) bytes[at] = (bytes[at] ?? 0) ^ (1 << dice.below(8));
    else if (way === 1) bytes.splice(at, 1 + dice.below(4));
    else if (way === 2) bytes.splice(at, 0, ...noise(dice, 1 + dice.below(4)));
    else if (way === 3) bytes.splice(at, 1, ...hugeNumber(dice));
    else bytes[at] = dice.below(256);
  }
  return Uint8Array.from(bytes);
}

function hugeNumber(dice: Dice): number[] {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, dice.pick([127, 128, 2 ** 14, 2 ** 25 - 1, 2 ** 31, 2 ** 32, 2 ** 40, 2 ** 53 - 1]));
  return dice.below(4) === 0 ? [255, 255, 255, 255, 255, 255, 255, 255, 255, 127] : [...encoding.toUint8Array(encoder)];
}

/** Right in form, wrong somewhere in what it says. */
function built(dice: Dice, known: Known): Uint8Array {
  const encoder = encoding.createEncoder();
  const clients = [...known.doc.store.clients.keys()];
  const client = dice.below(12) === 0 ? dice.pick([...clients, 7]) : known.mine;
  const next = Y.getState(known.doc.store, client);
  const structs = dice.below(6);
  encoding.writeVarUint(encoder, structs === 0 ? 0 : dice.below(40) === 0 ? 2 : 1);
  if (structs > 0) {
    encoding.writeVarUint(encoder, dice.below(40) === 0 ? 2 ** 20 : structs);
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, dice.below(10) === 0 ? next + dice.pick([-1, 1, 5, 2 ** 31]) + 1 : next);
    for (let i = 0; i < structs; i++) struct(encoder, dice, known, next + i);
  }
  deletions(encoder, dice, known);
  return encoding.toUint8Array(encoder);
}

function struct(encoder: encoding.Encoder, dice: Dice, known: Known, clock: number): void {
  const content = dice.pick([0, 1, 2, 3, 4, 4, 4, 4, 4, 5, 6, 7, 7, 7, 8, 8, 8, 8, 9, 10, 11, 31]);
  if (content === 0 || content === 10) {
    encoding.writeUint8(encoder, content);
    return encoding.writeVarUint(encoder, dice.pick([0, 1, 2, 70_000, 2 ** 40]));
  }
  const left = dice.below(2) === 0;
  const right = dice.below(3) === 0;
  encoding.writeUint8(encoder, content | (left ? 0x80 : 0) | (right ? 0x40 : 0) | (left || right || dice.below(8) === 0 ? 0 : 0x20));
  const place = placeIn(dice, known, clock);
  if (left) id(encoder, dice.below(4) === 0 ? anyId(dice, known, clock) : place.left);
  if (right) id(encoder, dice.below(4) === 0 ? anyId(dice, known, clock) : place.right);
  if (!left && !right) parent(encoder, dice, known, clock);
  contentOf(encoder, dice, known, content);
}

function id(encoder: encoding.Encoder, where: Id): void {
  idOf(where)(encoder);
}

function anyId(dice: Dice, { doc, mine }: Known, clock: number): Id {
  if (dice.below(5) === 0) return [mine, Math.max(0, clock - 1 - dice.below(3))];
  const client = dice.pick([...doc.store.clients.keys()]);
  return [client, dice.below(Y.getState(doc.store, client) + (dice.below(20) === 0 ? 3 : 0))];
}

/** Two neighbours from one list, the right way round or not: the nearest that an attacker gets to being believed. */
function placeIn(dice: Dice, known: Known, clock: number): { left: Id; right: Id } {
  const texts = recordsIn(known).flatMap(({ fields }) => fields.flatMap(([, { content }]) => (content instanceof Y.ContentType ? [content.type] : [])));
  const units: Id[] = [];
  for (let item = texts.length > 0 ? dice.pick(texts)._start : null; item; item = item.right) {
    for (let i = 0; i < item.length; i++) units.push([item.id.client, item.id.clock + i]);
  }
  if (units.length < 2) return { left: anyId(dice, known, clock), right: anyId(dice, known, clock) };
  const at = dice.below(units.length - 1);
  const pair = [units[at], units[Math.min(units.length - 1, at + 1 + (dice.below(4) === 0 ? dice.below(9) : 0))]];
  if (dice.below(4) === 0) pair.reverse();
  return { left: pair[0] ?? [0, 0], right: pair[1] ?? [0, 0] };
}

function parent(encoder: encoding.Encoder, dice: Dice, known: Known, clock: number): void {
  if (dice.below(3) === 0) {
    encoding.writeVarUint(encoder, 0);
    id(encoder, anyId(dice, known, clock));
  } else {
    encoding.writeVarUint(encoder, 1);
    const roots = Object.keys(known.shape);
    encoding.writeVarString(encoder, dice.pick([...roots, ...roots, "stage", "__proto__", "", "x".repeat(300)]));
  }
  if (dice.below(8) === 0) return;
  const ids = recordsIn(known).map(({ key }) => key);
  const fields = Object.values(known.shape).flatMap((root) => Object.keys(root.fields));
  encoding.writeVarString(encoder, dice.pick([...ids, ...fields, "role", "new1", "new2", "__proto__", "constructor", "a b", "Siân"]));
}

interface Standing {
  readonly root: string;
  readonly key: string;
  readonly item: Y.Item;
  /** What stands in its fields. */
  readonly fields: readonly (readonly [name: string, item: Y.Item])[];
}

/** The records that stand, by their items. */
function recordsIn({ doc, shape }: Known): Standing[] {
  return Object.keys(shape).flatMap((root) => [...doc.getMap(root)._map].flatMap(([key, item]) => {
    if (item.deleted || !(item.content instanceof Y.ContentType)) return [];
    return [{ root, key, item, fields: [...item.content.type._map].filter(([, field]) => !field.deleted) }];
  }));
}

/** Right in every way, if only the record were one's own: over another's field, in it, in its place, or away with it. */
function seizing(dice: Dice, known: Known): Uint8Array {
  const records = recordsIn(known).filter(({ item, fields }) => item.id.client !== known.mine && fields.length > 0);
  if (records.length === 0) return built(dice, known);
  const { root, key, item, fields } = dice.pick(records);
  const [name, field] = dice.pick(fields);
  const here: Id = [field.id.client, field.lastId.clock];
  const clock = Y.getState(known.doc.store, known.mine);
  const from = { client: known.mine, clock };
  const mine = (encoder: encoding.Encoder) => encoding.writeAny(encoder, dice.pick([known.memberId, "somebody", "mine now"]));
  const way = dice.below(6);
  if (way === 0) return change({ ...from, structs: [all(byte(0x88), idOf(here), uint(1), mine)] });
  if (way === 1) return change({ ...from, structs: [all(byte(0x28), uint(0), idOf([item.id.client, item.id.clock]), string(name), uint(1), mine)] });
  if (way === 2) return change({ ...from, structs: [record(root, key)] });
  if (way === 3) return change({ ...from, structs: [all(byte(0xa7 & ~0x20), idOf([item.id.client, item.lastId.clock]), uint(1))] });
  if (way === 4) return change({ ...from, structs: [after(here, "x")] });
  const target = dice.pick([item, field]);
  return change({ ...from, deletes: [[target.id.client, target.id.clock, target.length]] });
}

function contentOf(encoder: encoding.Encoder, dice: Dice, known: Known, content: number): void {
  if (content === 1) encoding.writeVarUint(encoder, dice.pick([0, 1, 3, 65_537, 2 ** 40]));
  else if (content === 4) text(encoder, dice);
  else if (content === 7) encoding.writeVarUint(encoder, dice.pick([0, 1, 1, 2, 2, 3, 4, 5, 6, 99]));
  else if (content === 8) plain(encoder, dice, known);
  else if (content === 2 || content === 6) encoding.writeVarString(encoder, "{\"a\":1}");
  else encoding.writeVarUint8Array(encoder, noise(dice, 4));
}

function text(encoder: encoding.Encoder, dice: Dice): void {
  if (dice.below(10) > 0) return encoding.writeVarString(encoder, dice.pick(["a", "gofal", "😀", "ŵ", "👩‍👧", "", "x".repeat(2_000)]));
  encoding.writeVarUint8Array(encoder, Uint8Array.from(dice.pick([[0xff], [0xed, 0xa0, 0x80], [0xc0, 0x80], [0xf5, 0x80, 0x80, 0x80], [0xe2, 0x82]])));
}

function plain(encoder: encoding.Encoder, dice: Dice, { memberId }: Known): void {
  encoding.writeVarUint(encoder, dice.pick([1, 1, 1, 1, 0, 2]));
  if (dice.below(12) === 0) return encoding.writeUint8Array(encoder, Uint8Array.from(dice.pick([[122, 0, 0, 0, 0, 0, 0, 0, 1], [116, 1, 1], [118, 1, 9, 95, 95, 112], [117, 255, 255, 3], Array.from({ length: 40 }, () => 117)])));
  const object = JSON.parse('{"__proto__":{"isFacilitator":true}}') as unknown;
  encoding.writeAny(encoder, dice.pick([memberId, memberId, "somebody", 1, null, true, 1.5, ["a", [1]], { a: 1 }, object, [[[[[[[[1]]]]]]]]]) as never);
}

function deletions(encoder: encoding.Encoder, dice: Dice, known: Known): void {
  const clients = dice.below(3) === 0 ? dice.below(3) : 0;
  encoding.writeVarUint(encoder, dice.below(60) === 0 ? 2 ** 24 : clients);
  const ids = [...known.doc.store.clients.keys(), known.mine].sort((a, b) => (dice.below(10) === 0 ? a - b : b - a));
  for (const client of ids.slice(0, clients)) {
    const ranges = dice.below(3);
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, ranges);
    for (let i = 0, at = 0; i < ranges; i++) {
      at += dice.below(6);
      encoding.writeVarUint(encoder, dice.below(20) === 0 ? 2 ** 31 : at);
      const length = dice.pick([0, 1, 1, 1, 2, 3, 2 ** 20]);
      encoding.writeVarUint(encoder, length);
      at += length;
    }
  }
}
