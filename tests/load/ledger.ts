/**
 * What was sent and who has seen it. Every member gets the same frames, so each is taken apart once and its
 * meaning remembered for the others.
 */
import type { Dialect, Heard, Step } from "./dialects.ts";
import { runsIn } from "./edits.ts";
import { Spread, STEP_MS } from "./spread.ts";

/** What a frame means here: characters, cursors, or something for the member alone. */
export type Meaning = { readonly kind: "characters"; readonly frame: Characters; readonly update: Uint8Array } | Exclude<Heard, { kind: "change" }>;

/**
 * A frame of changes, the same for all who get it: when each of its characters was sent, and how many members saw
 * it when. Multiplied out only when somebody asks, so that a member's seeing costs one addition.
 */
interface Characters {
  readonly count: number;
  /** How many characters, by the time of their sending. */
  readonly sentAt: ReadonlyMap<number, number>;
  /** How many members, by steps of the spread. */
  readonly seen: Map<number, number>;
}

const REMEMBERED = 512;
/** Frames that begin alike in so many bytes are compared whole. */
const LIKENESS_BYTES = 40;

/** Times of one client's characters (or cursor steps), by clock; undefined before it sent any. */
type Sent = Map<number, number[]>;

export class Ledger {
  readonly cursors = new Spread();
  /** How many characters and steps were sent since `begin`. */
  characters = 0;
  steps = 0;
  /** How many characters were seen, by all members together, of what was sent since `begin`. */
  charactersSeen = 0;
  /** Frames that came to anybody since `begin`. */
  frames = 0;
  #since = 0;
  #typed: Sent = new Map();
  #stepped: Sent = new Map();
  #known = new Map<string, { readonly payload: Buffer; readonly meaning: Meaning }>();
  #frames: Characters[] = [];

  constructor(private readonly dialect: Dialect) {}

  /** Counts from here on. What was sent before is of no interest. */
  begin(): void {
    this.#since = performance.now();
    this.frames = 0;
    this.characters = 0;
    this.steps = 0;
    this.charactersSeen = 0;
    this.#frames = [];
    // What is still on its way was sent before, and must be looked at again as such.
    this.#known.clear();
    this.cursors.clear();
  }

  sentCharacters(client: number, from: number, to: number): void {
    const times = listOf(this.#typed, client);
    const now = performance.now();
    for (let clock = from; clock < to; clock++) times[clock] = now;
    this.characters += to - from;
  }

  sentStep({ client, count }: Step): void {
    listOf(this.#stepped, client)[count] = performance.now();
    this.steps++;
  }

  meaningOf(payload: Buffer): Meaning {
    this.frames++;
    const key = `${payload.length} ${payload.toString("latin1", 0, LIKENESS_BYTES)}`;
    const known = this.#known.get(key);
    if (known?.payload.equals(payload)) return known.meaning;
    // The socket's memory is used again for what comes next.
    const kept = Buffer.from(payload);
    const heard = this.dialect.read(kept);
    const meaning: Meaning = heard.kind === "change" ? { kind: "characters", frame: this.#charactersIn(heard.update), update: heard.update } : heard;
    if (meaning.kind === "characters" || meaning.kind === "cursors") this.#remember(key, { payload: kept, meaning });
    return meaning;
  }

  /** Milliseconds from sending to each member's seeing, of what was sent since `begin`. */
  get typing(): Spread {
    const spread = new Spread();
    for (const { sentAt, seen } of this.#frames) {
      for (const [step, members] of seen) for (const [at, characters] of sentAt) spread.add(step * STEP_MS - at, characters * members);
    }
    return spread;
  }

  sawCharacters({ count, seen }: Characters): void {
    if (count === 0) return;
    const step = Math.round(performance.now() / STEP_MS);
    seen.set(step, (seen.get(step) ?? 0) + 1);
    this.charactersSeen += count;
  }

  #charactersIn(update: Uint8Array): Characters {
    const sentAt = new Map<number, number>();
    let count = 0;
    for (const { client, from, to } of runsIn(update)) {
      const times = this.#typed.get(client);
      for (let clock = from; times && clock < to; clock++) {
        const at = times[clock];
        if (at === undefined || at < this.#since) continue;
        sentAt.set(at, (sentAt.get(at) ?? 0) + 1);
        count++;
      }
    }
    const frame = { count, sentAt, seen: new Map<number, number>() };
    this.#frames.push(frame);
    return frame;
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
