/**
 * What was sent and who has seen it. Every member gets the same frames, so each is taken apart once and its
 * meaning remembered for the others.
 */
import type { Dialect, Heard, Step } from "./dialects.ts";
import { type Run, runsIn } from "./edits.ts";
import { Spread } from "./spread.ts";

/** What a frame means here: characters, cursors, or something for the member alone. */
export type Meaning = { readonly kind: "runs"; readonly runs: readonly Run[]; readonly update: Uint8Array } | Exclude<Heard, { kind: "change" }>;

const REMEMBERED = 512;
/** Frames that begin alike in so many bytes are compared whole. */
const LIKENESS_BYTES = 40;

/** Times of one client's characters (or cursor steps), by clock; undefined before it sent any. */
type Sent = Map<number, number[]>;

export class Ledger {
  /** Milliseconds from sending to each member's seeing, of what was sent since `begin`. */
  readonly typing = new Spread();
  readonly cursors = new Spread();
  /** Frames that came to anybody since `begin`. */
  frames = 0;
  #since = 0;
  #typed: Sent = new Map();
  #stepped: Sent = new Map();
  #known = new Map<string, { readonly payload: Buffer; readonly meaning: Meaning }>();

  constructor(private readonly dialect: Dialect) {}

  /** Counts from here on. What was sent before is of no interest. */
  begin(): void {
    this.#since = performance.now();
    this.frames = 0;
    this.typing.clear();
    this.cursors.clear();
  }

  sentCharacters(client: number, from: number, to: number): void {
    const times = listOf(this.#typed, client);
    for (let clock = from; clock < to; clock++) times[clock] = performance.now();
  }

  sentStep({ client, count }: Step): void {
    listOf(this.#stepped, client)[count] = performance.now();
  }

  /** How many characters were sent since `begin`. */
  get characters(): number {
    return countSince(this.#typed, this.#since);
  }

  get steps(): number {
    return countSince(this.#stepped, this.#since);
  }

  meaningOf(payload: Buffer): Meaning {
    this.frames++;
    const key = `${payload.length} ${payload.toString("latin1", 0, LIKENESS_BYTES)}`;
    const known = this.#known.get(key);
    if (known?.payload.equals(payload)) return known.meaning;
    // The socket's memory is used again for what comes next.
    const kept = Buffer.from(payload);
    const heard = this.dialect.read(kept);
    const meaning: Meaning = heard.kind === "change" ? { kind: "runs", runs: runsIn(heard.update), update: heard.update } : heard;
    if (meaning.kind === "runs" || meaning.kind === "cursors") this.#remember(key, { payload: kept, meaning });
    return meaning;
  }

  sawRuns(runs: readonly Run[]): void {
    const now = performance.now();
    for (const { client, from, to } of runs) {
      const times = this.#typed.get(client);
      for (let clock = from; times && clock < to; clock++) {
        const at = times[clock];
        if (at !== undefined && at >= this.#since) this.typing.add(now - at);
      }
    }
  }

  /** A later place of a cursor stands for those before it: `seen` is how far this member had followed it. */
  sawStep({ client, count }: Step, seen: Map<number, number>): void {
    const times = this.#stepped.get(client);
    const last = seen.get(client) ?? 0;
    if (!times || count <= last) return;
    seen.set(client, count);
    const now = performance.now();
    for (let step = last + 1; step <= count; step++) {
      const at = times[step];
      if (at !== undefined && at >= this.#since) this.cursors.add(now - at);
    }
  }

  #remember(key: string, frame: { payload: Buffer; meaning: Meaning }): void {
    this.#known.set(key, frame);
    if (this.#known.size <= REMEMBERED) return;
    for (const oldest of this.#known.keys()) return void this.#known.delete(oldest);
  }
}

function listOf(sent: Sent, client: number): number[] {
  const list = sent.get(client) ?? [];
  sent.set(client, list);
  return list;
}

function countSince(sent: Sent, since: number): number {
  let count = 0;
  for (const times of sent.values()) for (const at of times) if (at !== undefined && at >= since) count++;
  return count;
}
