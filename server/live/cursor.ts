/**
 * Reads lib0's encoding from bytes that may be hostile: never past the end, never allocating by a number that
 * was read, never throwing. After the first mistake `failed` stays true and everything reads as nothing.
 */

import { PLAIN_DEPTH, SHORT_TEXT_BYTES } from "./limits.ts";

/** Keys people never see; long enough for our ids. */
const KEY = /^[A-Za-z0-9_-]{1,40}$/;
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/** How each UTF-16 unit of the last string stands in a pair. */
export const UNIT = { whole: 0, high: 1, low: 2 } as const;

export class Cursor {
  at = 0;
  failed = false;
  #bytes: Uint8Array = new Uint8Array();

  open(bytes: Uint8Array): void {
    this.#bytes = bytes;
    this.at = 0;
    this.failed = false;
  }

  get isAtEnd(): boolean {
    return this.at === this.#bytes.length;
  }

  fail(): 0 {
    this.failed = true;
    return 0;
  }

  byte(): number {
    if (this.failed || this.at >= this.#bytes.length) return this.fail();
    return this.#bytes[this.at++] ?? 0;
  }

  /** lib0's varUint; more than 2^53 − 1 is a mistake. */
  varUint(): number {
    let value = 0;
    let factor = 1;
    for (let i = 0; i < 8; i++) {
      const byte = this.byte();
      value += (byte & 127) * factor;
      factor *= 128;
      if (byte < 128) return value > Number.MAX_SAFE_INTEGER ? this.fail() : value;
    }
    return this.fail();
  }

  skip(count: number): void {
    if (this.failed || count > this.#bytes.length - this.at) this.fail();
    else this.at += count;
  }

  /** A key or root name; "" when it is none of the allowed ones. */
  key(): string {
    const text = this.shortText();
    return KEY.test(text) && !FORBIDDEN_KEYS.has(text) ? text : "";
  }

  /** A string of at most `SHORT_TEXT_BYTES`, decoded; "" when it is longer (it is still read past). */
  shortText(): string {
    const length = this.varUint();
    const from = this.at;
    if (!this.#skipUtf8(length, null, 0) || length > SHORT_TEXT_BYTES) return "";
    return Buffer.from(this.#bytes.buffer, this.#bytes.byteOffset + from, length).toString("utf8");
  }

  /** Reads past a string, tells its UTF-16 length and writes each unit's standing from `offset` on. */
  text(units: Uint8Array | null, offset: number): number {
    const before = this.#units;
    return this.#skipUtf8(this.varUint(), units, offset) ? this.#units - before : 0;
  }

  #units = 0;

  /** Strict UTF-8, as a fatal TextDecoder has it: nothing overlong, no half of a pair, nothing beyond U+10FFFF. */
  #skipUtf8(length: number, units: Uint8Array | null, offset: number): boolean {
    const end = this.at + length;
    if (this.failed || end > this.#bytes.length) this.fail();
    let unit = offset;
    while (this.at < end && !this.failed) {
      const size = this.#character(end);
      if (size === 4 && units) units[unit] = UNIT.high;
      if (size === 4 && units) units[unit + 1] = UNIT.low;
      if (size < 4 && units) units[unit] = UNIT.whole;
      unit += size === 4 ? 2 : 1;
      // More than there is room for: the caller counts and refuses.
      if (units && unit > units.length) this.fail();
    }
    this.#units += unit - offset;
    return !this.failed;
  }

  /** Bytes of the character at the cursor, read past. */
  #character(end: number): number {
    const first = this.#bytes[this.at] ?? 0;
    if (first < 0x80) return this.#step(1);
    const size = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4 || this.at + size > end) return this.fail();
    const second = this.#bytes[this.at + 1] ?? 0;
    const least = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
    const most = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
    if (second < least || second > most) return this.fail();
    for (let i = 2; i < size; i++) if (((this.#bytes[this.at + i] ?? 0) & 0xc0) !== 0x80) return this.fail();
    return this.#step(size);
  }

  #step(size: number): number {
    this.at += size;
    return size;
  }

  /** Reads past one plain value: null, undefined, boolean, number, text, arrays and objects of such. */
  plain(depth = 0): void {
    if (depth > PLAIN_DEPTH) return void this.fail();
    const type = this.byte();
    if (type === 125) this.#varInt();
    else if (type === 124) this.skip(4);
    else if (type === 123) this.skip(8);
    else if (type === 119) this.text(null, 0);
    else if (type === 118) this.#object(depth);
    else if (type === 117) this.#array(depth);
    // 127 undefined, 126 null, 121 false, 120 true; not 122 (BigInt) nor 116 (bytes).
    else if (type !== 127 && type !== 126 && type !== 121 && type !== 120) this.fail();
  }

  #varInt(): void {
    const first = this.byte();
    let value = first & 63;
    let factor = 64;
    for (let i = 1, byte = first; byte >= 128; i++) {
      if (i === 8 || this.failed) return void this.fail();
      byte = this.byte();
      value += (byte & 127) * factor;
      factor *= 128;
    }
    if (value > Number.MAX_SAFE_INTEGER) this.fail();
  }

  #array(depth: number): void {
    for (let left = this.varUint(); left > 0 && !this.failed; left--) this.plain(depth + 1);
  }

  #object(depth: number): void {
    for (let left = this.varUint(); left > 0 && !this.failed; left--) {
      if (!this.key()) this.fail();
      this.plain(depth + 1);
    }
  }
}
