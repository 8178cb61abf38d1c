/**
 * Whether what this page asked of the host last was answered. Told by every asking (Remix asks outside of React), shown
 * by `Unreached`. On the server it is never told.
 */
export type Reach = "reached" | "noLine" | "storeAway";

let reach: Reach = "reached";
const watchers = new Set<() => void>();

export function reachNow(): Reach {
  return reach;
}

export function tellReach(now: Reach): void {
  if (now === reach) return;
  reach = now;
  watchers.forEach((watcher) => watcher());
}

/** Answers how to stop. */
export function watchReach(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
}

/** What a refusal of the store's (503 of server/operations/store-away.ts) and a broken line have in common: asking again helps. "reached" for all else that is thrown. */
export function reachOf(thrown: unknown): Reach {
  if (thrown instanceof Error) return "noLine";
  // Remix throws refusals as responses, or as what it read from one.
  return typeof thrown === "object" && thrown !== null && "status" in thrown && thrown.status === 503 ? "storeAway" : "reached";
}
