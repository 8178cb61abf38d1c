/** Replicas of which nothing more is taken: they were refused something, or deleted too much. */
import type { Writer } from "./gate.ts";
import { SPENT_MOST, SPENT_PER_MEMBER } from "./limits.ts";

/** What is remembered of each: null, or when a held deletion of it is on disk. */
type Why = Promise<void> | null;

/** A clientID counts in the hands of a member: on two nodes it may have been given to two. Of each member the latest are remembered, so that nobody makes the others' be forgotten. */
export class Spent {
  readonly #ofMembers = new Map<string, Map<number, Why>>();
  #size = 0;

  add({ memberId, clientId }: Writer, why: Why): void {
    const theirs = this.#ofMembers.get(memberId) ?? new Map<number, Why>();
    // Last in the order of both maps: what is oldest goes first.
    this.#drop(memberId);
    theirs.delete(clientId);
    const [oldest] = theirs.keys();
    if (theirs.size >= SPENT_PER_MEMBER && oldest !== undefined) theirs.delete(oldest);
    theirs.set(clientId, why);
    this.#ofMembers.set(memberId, theirs);
    this.#size += theirs.size;
    const [longestAgo] = this.#ofMembers.keys();
    if (this.#size > SPENT_MOST && longestAgo !== undefined) this.#drop(longestAgo);
  }

  /** Undefined while it may go on. */
  why({ memberId, clientId }: Writer): Why | undefined {
    return this.#ofMembers.get(memberId)?.get(clientId);
  }

  has(writer: Writer): boolean {
    return this.why(writer) !== undefined;
  }

  /** It may go on after all. */
  forget({ memberId, clientId }: Writer): void {
    if (this.#ofMembers.get(memberId)?.delete(clientId)) this.#size--;
  }

  #drop(memberId: string): void {
    this.#size -= this.#ofMembers.get(memberId)?.size ?? 0;
    this.#ofMembers.delete(memberId);
  }
}
