/** What was said, as it is shown: whose words they are, who wrote them down, how they were put right, and what answers what. */
import { penned, type Penned } from "#app/scribe/penned.ts";

import type { Way } from "./kinds.ts";
import type { Talk } from "./talk.doc.ts";

export interface Contribution extends Penned {
  readonly id: string;
  readonly stageId: string;
  readonly way: Way;
  /** The contribution it answers; "" for none. */
  readonly replyTo: string;
  readonly because: string;
}

/** Everything that was said, oldest first. `scribes`: whoever may or might write for others (app/scribe/penned.ts). */
export function contributionsOf({ said, corrections }: Pick<Talk, "said" | "corrections">, scribes: ReadonlySet<string>): Contribution[] {
  return penned(said, corrections, scribes).map(({ id, by, words, lang, writer, isChecked, earlier, stageId, way, replyTo, because }) => ({ id, by, words, lang, writer, isChecked, earlier, stageId, way, replyTo, because }));
}

/** A contribution with everything that answers it, or answers its answers, oldest first. `first` is null when it was taken back: answers stay. */
export interface Thread {
  readonly id: string;
  readonly first: Contribution | null;
  readonly replies: readonly Contribution[];
}

export function threadsOf(contributions: readonly Contribution[]): Thread[] {
  const byId = new Map(contributions.map((one) => [one.id, one]));
  const threads = new Map<string, { first: Contribution | null; replies: Contribution[] }>();
  for (const one of contributions) {
    const root = rootOf(one, byId);
    const thread = threads.get(root) ?? { first: null, replies: [] };
    if (root === one.id) thread.first = one;
    else thread.replies.push(one);
    threads.set(root, thread);
  }
  return [...threads].map(([id, thread]) => ({ id, ...thread }));
}

/** Id of what began it all, there or taken back. A ring, which only a forged document holds, begins where it was entered. */
function rootOf(from: Contribution, byId: ReadonlyMap<string, Contribution>): string {
  const passed = new Set([from.id]);
  let root = from.id;
  for (let next = from.replyTo; next !== "" && !passed.has(next); next = byId.get(next)?.replyTo ?? "") {
    passed.add(next);
    root = next;
  }
  return root;
}

/** Threads that were begun, or answered, at one of these stages. */
export function threadsAt(threads: readonly Thread[], stageIds: ReadonlySet<string>): Thread[] {
  return threads.filter(({ first, replies }) => [first, ...replies].some((one) => one !== null && stageIds.has(one.stageId)));
}

/** Threads that somebody else than these people began: what other small groups talk about. */
export function begunElsewhere(threads: readonly Thread[], memberIds: readonly string[]): Thread[] {
  return threads.filter(({ first, replies }) => !memberIds.includes((first ?? replies[0])?.by ?? ""));
}

/** Member ids of everybody who has said something, by whatever hand. */
export function speakersIn(contributions: readonly Contribution[]): Set<string> {
  return new Set(contributions.map(({ by }) => by));
}
