/**
 * The gate in front of `applyUpdate`: Yjs accepts what later breaks it, so nothing reaches it that this has not
 * read first. One linear pass over the bytes of a V1 update, with the document at hand. It refuses whatever an
 * honest page would never send; a refusal is final for that replica (close code 4409). Syntax alone is not
 * enough: what keeps replicas equal is that every origin exists, in the same place, in the right order.
 */
import * as Y from "yjs";

import type { DocumentShape, RootShape } from "#app/live/schema.ts";

import { Cursor, UNIT } from "./cursor.ts";
import { CHANGE_STRUCTS, CHANGE_UNITS, RUN_UNITS, WALK_ITEMS, WHOLE_STRUCTS } from "./limits.ts";

/** Who writes, as the server knows it. */
export interface Writer {
  readonly memberId: string;
  readonly clientId: number;
}

export interface Change {
  readonly bytes: Uint8Array;
  /** True for an answer to our asking (sync step 2): it may begin with what is known already. */
  readonly whole: boolean;
  /** True where it may have come by another node before: what is known already counts for nothing. */
  readonly mayRepeat?: boolean;
}

/** Why a change is refused. Counted by reason; never shown to people. */
export type Reason =
  | "syntax" | "size" | "owner" | "clock" | "kind" | "origin" | "order" | "distance"
  | "root" | "field" | "key" | "author" | "record" | "surrogate" | "deletion";

export type Verdict =
  | {
      readonly ok: true;
      /** True when it writes under its clientID for the first time or further. */
      readonly writes: boolean;
      /** How many characters and values it deletes that were not deleted yet. */
      readonly deletes: number;
    }
  | { readonly ok: false; readonly reason: Reason };

/** Any shared type, as Yjs itself declares it. */
type SharedType = Y.ContentType["type"];

/** Where an item stands. A `lost` one stands in something deleted for good: Yjs makes nothing of it. */
type Place =
  | { readonly in: "root"; readonly shape: RootShape; readonly type: SharedType }
  | { readonly in: "record"; readonly shape: RootShape; readonly maker: string | undefined; readonly type: SharedType | null; readonly at: number }
  | { readonly in: "text"; readonly shape: RootShape; readonly maker: string | undefined; readonly type: SharedType | null; readonly at: number }
  | { readonly in: "nowhere" };

/** A struct of the change under judgement that later ones may refer to. */
interface Fresh {
  readonly clock: number;
  readonly length: number;
  readonly place: Place;
  readonly sub: string | null;
  /** What it opens for others to stand in. */
  readonly opens: "record" | "text" | null;
  readonly isText: boolean;
  /** The neighbours among what is in the document already: null is the very start, or the very end. */
  readonly left: Known | null;
  readonly right: Known | null;
}

/** A unit of an item of the document. */
interface Known {
  readonly item: Y.Item;
  readonly offset: number;
}

/** What an id points at: an item of the document, one of this change, or something deleted for good. */
type Target = Known | { readonly fresh: Fresh; readonly offset: number } | "lost";

const NOWHERE: Place = { in: "nowhere" };
const EMPTY = { sub: null, opens: null, isText: false, left: null, right: null } as const;
const INFO = { origin: 0x80, right: 0x40, sub: 0x20, content: 0x1f } as const;
const CONTENT = { gc: 0, deleted: 1, text: 4, type: 7, plain: 8 } as const;
const TYPE = { map: 1, text: 2 } as const;

/** Shared by all gates of the process: judging never waits, so it never overlaps. */
const cursor = new Cursor();
/** For each new character: how it stands in a pair, and which new character follows it. */
const units = new Uint8Array(CHANGE_UNITS);
const next = new Int32Array(CHANGE_UNITS);

/** Judges what clients send, for one document. Never throws, whatever the bytes are, and changes nothing. */
export class Gate {
  #writer: Writer = { memberId: "", clientId: 0 };
  #reason: Reason | null = null;
  /** The first clock that is new to the document, and the one after the last. */
  #from = 0;
  #to = 0;
  #fresh: Fresh[] = [];
  #deletes = 0;

  constructor(
    private readonly doc: Y.Doc,
    private readonly shape: DocumentShape,
    private readonly authorOf: (clientId: number) => string | undefined,
  ) {}

  judge(change: Change, writer: Writer): Verdict {
    cursor.open(change.bytes);
    this.#writer = writer;
    this.#reason = null;
    this.#fresh = [];
    this.#deletes = 0;
    this.#from = this.#to = this.#stateOf(writer.clientId);
    this.#readStructs(change);
    if (!this.#reason) this.#readDeletes();
    if (!this.#reason && (cursor.failed || !cursor.isAtEnd)) this.#refuse("syntax");
    if (this.#reason) return { ok: false, reason: this.#reason };
    return { ok: true, writes: this.#to > this.#from, deletes: this.#deletes };
  }

  #refuse(reason: Reason): null {
    this.#reason ??= cursor.failed ? "syntax" : reason;
    return null;
  }

  // ---- Structs

  #readStructs({ bytes, whole, mayRepeat }: Change): void {
    const clients = cursor.varUint();
    // All else in the document came from the server: there is nothing of others' to bring.
    if (clients > 1) this.#refuse("owner");
    if (clients !== 1 || this.#reason) return;
    const count = cursor.varUint();
    if (count === 0 || count > (whole ? WHOLE_STRUCTS : CHANGE_STRUCTS) || count > bytes.length / 2) return void this.#refuse("size");
    if (cursor.varUint() !== this.#writer.clientId) return void this.#refuse("owner");
    let clock = cursor.varUint();
    if (whole || mayRepeat ? clock > this.#from : clock !== this.#from) return void this.#refuse("clock");
    for (let i = 0; i < count && !this.#reason; i++) clock = this.#readStruct(clock);
  }

  /** Reads one struct and tells the clock after it. */
  #readStruct(clock: number): number {
    const info = cursor.byte();
    const isKnown = clock < this.#from;
    const length = info === CONTENT.gc ? this.#readRun() : this.#readItem(clock, info, isKnown);
    if (cursor.failed || length === 0) this.#refuse("syntax");
    // Half known, half new: no page cuts its words there.
    if (isKnown && clock + length > this.#from) this.#refuse("clock");
    if (info === CONTENT.gc && !isKnown) this.#add({ clock, length, place: NOWHERE, ...EMPTY });
    this.#to = Math.max(this.#to, clock + length);
    return clock + length;
  }

  /** The length of something already deleted. */
  #readRun(): number {
    const length = cursor.varUint();
    if (length > RUN_UNITS) this.#refuse("size");
    return length;
  }

  #add(fresh: Fresh): void {
    if (fresh.clock + fresh.length - this.#from > CHANGE_UNITS) return void this.#refuse("size");
    this.#fresh.push(fresh);
  }

  #readItem(clock: number, info: number, isKnown: boolean): number {
    const left = info & INFO.origin ? this.#readTarget() : null;
    const right = info & INFO.right ? this.#readTarget() : null;
    const explicit = left || right || this.#reason ? null : this.#readParent(info);
    if (this.#reason) return 0;
    const where = explicit ?? placeBeside(this, left, right);
    if (!where) return this.#refuse("origin") ?? 0;
    const kind = info & INFO.content;
    const content = this.#readContent(kind, clock, where);
    // Yjs cuts before it looks: beside something deleted for good, and also for what it knows and then leaves alone.
    this.#checkSplit(left, right);
    if (this.#reason || isKnown) return content.length;
    this.#settle({ clock, content, where, left, right });
    return content.length;
  }

  /** Puts a new item where it says it stands, if that is a place for it. */
  #settle(item: { clock: number; content: Content; where: Where; left: Target | null; right: Target | null }): void {
    const { clock, content, where, left, right } = item;
    if (where.place.in === "nowhere") {
      return this.#add({ clock, length: content.length, place: NOWHERE, ...EMPTY });
    }
    this.#checkContent(where, content);
    if (where.place.in !== "text" && right) this.#refuse("order");
    const anchors = { left: anchorOf(left, "left"), right: anchorOf(right, "right") };
    if (!this.#reason) this.#checkOrder(where, anchors, left);
    if (!this.#reason) this.#add({ clock, length: content.length, place: where.place, sub: where.sub, opens: content.opens, isText: content.kind === "text", ...anchors });
    if (!this.#reason && where.place.in === "text") this.#link(clock, content.length, { left, right });
  }

  #readTarget(): Target | null {
    const client = cursor.varUint();
    return this.#target(client, cursor.varUint());
  }

  #target(client: number, clock: number): Target | null {
    if (client === this.#writer.clientId && clock >= this.#from) return this.#freshAt(clock);
    if (clock >= this.#stateOf(client)) return this.#refuse("origin");
    const structs = this.doc.store.clients.get(client);
    const struct = structs?.[Y.findIndexSS(structs, clock)];
    if (!struct) return this.#refuse("origin");
    return struct instanceof Y.Item ? { item: struct, offset: clock - struct.id.clock } : "lost";
  }

  #freshAt(clock: number): Target | null {
    let low = 0;
    let high = this.#fresh.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const fresh = this.#fresh[middle];
      if (!fresh) break;
      if (clock < fresh.clock) high = middle - 1;
      else if (clock >= fresh.clock + fresh.length) low = middle + 1;
      else return fresh.place.in === "nowhere" ? "lost" : { fresh, offset: clock - fresh.clock };
    }
    return this.#refuse("origin");
  }

  /** The place an item names when it has no neighbours. */
  #readParent(info: number): Where | null {
    const isRoot = cursor.varUint();
    const place = isRoot === 1 ? this.#rootPlace(cursor.key()) : isRoot === 0 ? this.#placeWithin(this.#readTarget()) : null;
    if (!place) return this.#refuse("root");
    if (!(info & INFO.sub)) return place.in === "root" || place.in === "record" ? this.#refuse("key") : { place, sub: null };
    const sub = cursor.key();
    return sub && place.in !== "text" ? { place, sub } : this.#refuse("key");
  }

  #rootPlace(name: string): Place | null {
    const shape = Object.hasOwn(this.shape, name) ? this.shape[name] : undefined;
    const type = this.doc.share.get(name);
    return shape && type ? { in: "root", shape, type } : this.#refuse("root");
  }

  /** The place that an item opens for others. */
  #placeWithin(target: Target | null): Place | null {
    if (target === "lost") return NOWHERE;
    if (target === null) return null;
    if ("item" in target) {
      if (target.item.content instanceof Y.ContentDeleted) return NOWHERE;
      return target.item.content instanceof Y.ContentType ? this.placeIn(target.item.content.type) : null;
    }
    const { opens, place, clock } = target.fresh;
    if (opens === "record" && place.in === "root") return { in: "record", shape: place.shape, maker: this.#writer.memberId, type: null, at: clock };
    return opens === "text" && place.in === "record" ? { ...place, in: "text", type: null, at: clock } : null;
  }

  /** The place that a shared type of the document is. */
  placeIn(type: SharedType): Place | null {
    const item = type._item;
    if (!item) return this.#rootOf(type);
    const outer = item.parent instanceof Y.AbstractType ? this.placeIn(item.parent) : null;
    if (outer?.in === "root") return { in: "record", shape: outer.shape, maker: this.authorOf(item.id.client), type, at: -1 };
    return outer?.in === "record" ? { ...outer, in: "text", type, at: -1 } : null;
  }

  #rootOf(type: SharedType): Place | null {
    for (const [name, shape] of Object.entries(this.shape)) if (this.doc.share.get(name) === type) return { in: "root", shape, type };
    return null;
  }

  // ---- What an item holds

  #readContent(kind: number, clock: number, { place, sub }: Where): Content {
    const offset = clock - this.#from;
    if (kind === CONTENT.deleted) return { kind: "deleted", length: this.#readRun(), opens: null };
    if (kind === CONTENT.text) return { kind: "text", length: this.#readText(offset), opens: null };
    if (kind === CONTENT.type) return this.#readType();
    if (kind === CONTENT.plain) return this.#readPlain(place, sub);
    this.#refuse("kind");
    return NOTHING;
  }

  #readText(offset: number): number {
    const length = cursor.text(offset >= 0 && offset < CHANGE_UNITS ? units.subarray(offset) : null, 0);
    if (length === 0) this.#refuse("syntax");
    return length;
  }

  #readType(): Content {
    const type = cursor.varUint();
    if (type !== TYPE.map && type !== TYPE.text) this.#refuse("kind");
    return { kind: "type", length: 1, opens: type === TYPE.map ? "record" : "text" };
  }

  #readPlain(place: Place, sub: string | null): Content {
    if (cursor.varUint() !== 1) this.#refuse("kind");
    const isAuthor = place.in === "record" && sub !== null && fieldOf(place.shape, sub) === "author";
    if (!isAuthor) cursor.plain();
    // An author is a string, and nobody's but the writer's own.
    else if (cursor.byte() !== 119 || cursor.shortText() !== this.#writer.memberId) this.#refuse("author");
    return { kind: "plain", length: 1, opens: null };
  }

  #checkContent({ place, sub }: Where, { kind, opens }: Content): void {
    if (place.in !== "root" && place.in !== "nowhere" && place.shape.owned && place.maker !== this.#writer.memberId) this.#refuse("record");
    if (place.in === "record" && !fieldOf(place.shape, sub ?? "")) this.#refuse("field");
    // Also something deleted takes the place of what stood there.
    this.#checkStanding(place, sub ?? "");
    if (kind === "deleted" || place.in === "nowhere") return;
    if (place.in === "text") return kind === "text" ? undefined : void this.#refuse("kind");
    if (place.in === "root") return opens === "record" ? undefined : void this.#refuse("kind");
    const field = fieldOf(place.shape, sub ?? "");
    if (field === "text" ? opens !== "text" : kind !== "plain") this.#refuse("kind");
  }

  /** A record is made once, and so is a text that people type in; what stands there is not written over by another. */
  #checkStanding(place: Place, sub: string): void {
    if (place.in === "record" && fieldOf(place.shape, sub) === "text" && place.type && isAlive(place.type, sub)) this.#refuse("record");
    if (place.in !== "root") return;
    const there = place.type._map.get(sub);
    if (there && !there.deleted && !this.#isMine(there)) this.#refuse("record");
  }

  /** True when the writer made it and all that stands in it: what goes by being replaced is not counted as a deletion. */
  #isMine({ id, content }: Y.Item): boolean {
    if (this.authorOf(id.client) !== this.#writer.memberId) return false;
    if (!(content instanceof Y.ContentType)) return true;
    for (let item = content.type._start; item; item = item.right) if (!item.deleted && !this.#isMine(item)) return false;
    return [...content.type._map.values()].every((item) => item.deleted || this.#isMine(item));
  }

  // ---- Order

  /** No cut between the two halves of one character: it splits replicas for good. */
  #checkSplit(left: Target | null, right: Target | null): void {
    if (left && left !== "lost" && this.#isHalf(left, "high")) this.#refuse("surrogate");
    if (right && right !== "lost" && this.#isHalf(right, "low")) this.#refuse("surrogate");
  }

  #isHalf(target: Exclude<Target, "lost">, half: "high" | "low"): boolean {
    if ("fresh" in target) return units[target.fresh.clock + target.offset - this.#from] === UNIT[half] && target.fresh.isText;
    return isHalfOf(target.item, target.offset, half);
  }

  /** The right neighbour must come after the left one, and not far: Yjs walks from one to the other. */
  #checkOrder({ place, sub }: Where, { left, right }: Pick<Fresh, "left" | "right">, beside: Target | null): void {
    if (place.in === "nowhere" || place.type === null) return;
    if (sub !== null) return this.#checkChain(place.type, sub, beside);
    if (left && left.item === right?.item) return left.offset < right.offset ? undefined : void this.#refuse("order");
    let item = left ? left.item.right : place.type._start;
    for (let steps = 0; item !== (right?.item ?? null); steps++) {
      if (item === null) return void this.#refuse("order");
      if (steps === WALK_ITEMS) return void this.#refuse("distance");
      item = item.right;
    }
  }

  /** The values a key ever had are a chain, and Yjs walks along it. */
  #checkChain(type: SharedType, sub: string, left: Target | null): void {
    let item = left && left !== "lost" && "item" in left ? left.item.right : (type._map.get(sub) ?? null);
    for (let steps = 0; item !== null; steps++) {
      if (steps === WALK_ITEMS) return void this.#refuse("distance");
      item = left ? item.right : item.left;
    }
  }

  /** New characters among themselves: two that are neighbours must still be. */
  #link(clock: number, length: number, { left, right }: { left: Target | null; right: Target | null }): void {
    const start = clock - this.#from;
    const before = this.#freshUnit(left);
    const after = this.#freshUnit(right);
    if (before >= 0 && after >= 0 && next[before] !== after) return void this.#refuse("order");
    for (let unit = start; unit < start + length - 1; unit++) next[unit] = unit + 1;
    next[start + length - 1] = before >= 0 ? (next[before] ?? -1) : after;
    if (before >= 0) next[before] = start;
  }

  #freshUnit(target: Target | null): number {
    return target && target !== "lost" && "fresh" in target ? target.fresh.clock + target.offset - this.#from : -1;
  }

  // ---- Deletions

  #readDeletes(): void {
    let before = Number.MAX_SAFE_INTEGER;
    for (let clients = cursor.varUint(); clients > 0 && !this.#reason && !cursor.failed; clients--) {
      const client = cursor.varUint();
      // Yjs writes them sorted; so no item is looked at twice.
      if (client >= before) return void this.#refuse("deletion");
      before = client;
      this.#readRanges(client);
    }
  }

  #readRanges(client: number): void {
    const end = client === this.#writer.clientId ? this.#to : this.#stateOf(client);
    let at = 0;
    for (let ranges = cursor.varUint(); ranges > 0 && !this.#reason; ranges--) {
      const clock = cursor.varUint();
      const length = cursor.varUint();
      if (cursor.failed || length === 0 || clock < at || clock + length > end) return void this.#refuse("deletion");
      at = clock + length;
      this.#checkRange(client, clock, at);
    }
  }

  #checkRange(client: number, from: number, to: number): void {
    const known = this.#stateOf(client);
    const structs = this.doc.store.clients.get(client);
    if (structs && from < known) {
      for (let i = Y.findIndexSS(structs, from); i < structs.length && !this.#reason; i++) {
        const struct = structs[i];
        if (!struct || struct.id.clock >= to) break;
        if (struct instanceof Y.Item && !struct.deleted) this.#checkDeletion(struct, from, to);
      }
    }
    if (client === this.#writer.clientId && to > known) this.#checkFreshCut(Math.max(from, known), to);
  }

  #checkDeletion(item: Y.Item, from: number, to: number): void {
    const start = Math.max(0, from - item.id.clock);
    const end = Math.min(item.length, to - item.id.clock);
    if (isHalfOf(item, start, "low") || isHalfOf(item, end - 1, "high")) return void this.#refuse("surrogate");
    const place = item.parent instanceof Y.AbstractType ? this.placeIn(item.parent) : null;
    if (place && "shape" in place && place.shape.owned && this.#makerOf(place, item) !== this.#writer.memberId) this.#refuse("record");
    this.#deletes += sizeOf(item, end - start);
  }

  #makerOf(place: Place, item: Y.Item): string | undefined {
    return place.in === "root" || place.in === "nowhere" ? this.authorOf(item.id.client) : place.maker;
  }

  #checkFreshCut(from: number, to: number): void {
    const first = this.#freshAt(from);
    const last = this.#freshAt(to - 1);
    if (this.#reason || !first || !last) return;
    if (first !== "lost" && "fresh" in first && this.#isHalf(first, "low")) this.#refuse("surrogate");
    if (last !== "lost" && "fresh" in last && this.#isHalf(last, "high")) this.#refuse("surrogate");
  }

  #stateOf(client: number): number {
    return Y.getState(this.doc.store, client);
  }
}

interface Where {
  readonly place: Place;
  readonly sub: string | null;
}

interface Content {
  readonly kind: "deleted" | "text" | "type" | "plain";
  readonly length: number;
  readonly opens: "record" | "text" | null;
}

const NOTHING: Content = { kind: "deleted", length: 0, opens: null };

/**
 * An item stands where its neighbours do; both in the same place, or it is refused (null). What is deleted for good went
 * with all that stood beside it, so one such neighbour and one that stands is no place: today Yjs makes nothing of it,
 * and when the log is read again, in which nothing is gone until its end, an item beside the one that stands.
 */
function placeBeside(gate: Gate, left: Target | null, right: Target | null): Where | null {
  if (left === "lost" || right === "lost") return isStanding(left) || isStanding(right) ? null : { place: NOWHERE, sub: null };
  const here = left ?? right;
  const where = here && whereOf(gate, here);
  if (!where || !left || !right) return where;
  const other = whereOf(gate, right);
  return other && isSame(where, other) ? where : null;
}

function isStanding(target: Target | null): boolean {
  return target !== null && target !== "lost";
}

function whereOf(gate: Gate, target: Exclude<Target, "lost">): Where | null {
  if ("fresh" in target) return { place: target.fresh.place, sub: target.fresh.sub };
  const { parent, parentSub } = target.item;
  const place = parent instanceof Y.AbstractType ? gate.placeIn(parent) : null;
  return place && { place, sub: parentSub };
}

function isSame(one: Where, other: Where): boolean {
  if (one.sub !== other.sub || one.place.in !== other.place.in) return false;
  if (one.place.in === "nowhere" || other.place.in === "nowhere") return true;
  if (one.place.type || other.place.type) return one.place.type === other.place.type;
  return "at" in one.place && "at" in other.place && one.place.at === other.place.at;
}

/** The nearest item of the document on that side. */
function anchorOf(target: Target | null, side: "left" | "right"): Known | null {
  if (!target || target === "lost") return null;
  return "item" in target ? target : target.fresh[side];
}

function fieldOf(shape: RootShape, sub: string): RootShape["fields"][string] | undefined {
  return Object.hasOwn(shape.fields, sub) ? shape.fields[sub] : undefined;
}

function isAlive(type: SharedType, sub: string): boolean {
  return type._map.get(sub)?.deleted === false;
}

/** True when the unit at `offset` is that half of a character whose other half is in the same item. */
function isHalfOf({ content }: Y.Item, offset: number, half: "high" | "low"): boolean {
  if (!(content instanceof Y.ContentString)) return false;
  const high = half === "high" ? offset : offset - 1;
  return isHigh(content.str.charCodeAt(high)) && isLow(content.str.charCodeAt(high + 1));
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}

/** How much a person loses with an item: its characters, and for a record or text all that stands in it. */
function sizeOf({ content }: Y.Item, units: number): number {
  if (content instanceof Y.ContentString) return units;
  if (!(content instanceof Y.ContentType)) return 0;
  let size = 0;
  for (let item = content.type._start; item; item = item.right) if (!item.deleted) size += item.length;
  for (const item of content.type._map.values()) if (!item.deleted) size += sizeOf(item, item.length);
  return size;
}
