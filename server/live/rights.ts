/** What each seat may do in a session's documents, read again as the desk changes its mind. */
import type { Rights } from "#app/live/kinds.ts";

import type { Desk, RightsQuestion } from "./desk.ts";
import { STORE_RETRY_MS_MOST } from "./limits.ts";

export type RightsOf = (question: RightsQuestion) => Rights;

interface Options {
  readonly rightsIn: Desk["rightsIn"];
  /** Called with the answer of each reading, in the order in which they were asked for. */
  readonly apply: (sessionId: string, rightsOf: RightsOf) => void;
  readonly onError: (error: unknown) => void;
}

/** A reading under way, and the one that begins when it ends, for all who asked meanwhile. */
interface Turn {
  readonly reading: Promise<RightsOf>;
  next: Promise<RightsOf> | null;
}

/**
 * Reads the rights in one session once at a time: two answers may come in any order. However many decisions come
 * while one reading is under way, one more follows; another session's never wait for it.
 */
export class Readings {
  readonly #turns = new Map<string, Turn>();
  readonly #retries = new Set<string>();

  constructor(private readonly options: Options) {}

  /** Rights as they are now: by a reading that begins after this call. Throws what the store throws. */
  now(sessionId: string): Promise<RightsOf> {
    const turn = this.#turns.get(sessionId);
    if (!turn) return this.#read(sessionId);
    const next = () => this.#read(sessionId);
    return (turn.next ??= turn.reading.then(next, next));
  }

  /** Resolves when everybody has learned what they may do now. When the store does not answer, it is asked until it does, and nobody waits for that. */
  async renew(sessionId: string): Promise<void> {
    await this.now(sessionId).catch((error: unknown) => {
      this.options.onError(error);
      this.#again(sessionId);
    });
  }

  #read(sessionId: string): Promise<RightsOf> {
    const reading = this.options.rightsIn(sessionId).then((rightsOf) => {
      this.options.apply(sessionId, rightsOf);
      return rightsOf;
    });
    const turn: Turn = { reading, next: null };
    this.#turns.set(sessionId, turn);
    const done = () => void (turn.next ?? this.#turns.delete(sessionId));
    reading.then(done, done);
    return reading;
  }

  #again(sessionId: string): void {
    if (this.#retries.has(sessionId)) return;
    this.#retries.add(sessionId);
    setTimeout(() => {
      this.#retries.delete(sessionId);
      void this.renew(sessionId);
    }, STORE_RETRY_MS_MOST).unref();
  }
}
