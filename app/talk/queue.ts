/** The speaking queue: who is next. Hands are called in the order that the facilitator chose, and everybody sees their own place. */
import { perspectives } from "#app/session/perspective.ts";

/** "asOf": as hands went up. "unheard": those who have not spoken aloud yet first. Or a perspective first. */
export const queueOrders = ["asOf", "unheard", ...perspectives.filter((perspective) => perspective !== "unsaid")] as const;
export type QueueOrder = (typeof queueOrders)[number];

/** Reads `Session.queueOrder`; one that this version does not know is as hands went up. */
export function readQueueOrder(value: string): QueueOrder {
  return queueOrders.find((order) => order === value) ?? "asOf";
}

export interface Waiting {
  readonly memberId: string;
  readonly perspective: string;
  /** Has had a turn in this session; what they wrote does not count here: who writes may still want to be heard aloud. */
  readonly isHeard: boolean;
}

/** Member ids in the order in which they will be called. `waiting` is as hands went up; within what comes first, that stays. */
export function inOrder(waiting: readonly Waiting[], order: QueueOrder): string[] {
  const comesFirst = (one: Waiting) => (order === "unheard" ? !one.isHeard : one.perspective === order);
  const first = order === "asOf" ? [] : waiting.filter(comesFirst);
  return [...first, ...waiting.filter((one) => !first.includes(one))].map(({ memberId }) => memberId);
}

/** Those who have not been heard first, each part in the order given: for go-rounds. */
export function unheardFirst(memberIds: readonly string[], heard: ReadonlySet<string>): string[] {
  return [...memberIds.filter((id) => !heard.has(id)), ...memberIds.filter((id) => heard.has(id))];
}

/** These first, in the order given, then the others: makers of the question begin first words (methods S5, R4). */
export function theseFirst(memberIds: readonly string[], first: readonly string[]): string[] {
  return [...first.filter((id) => memberIds.includes(id)), ...memberIds.filter((id) => !first.includes(id))];
}
