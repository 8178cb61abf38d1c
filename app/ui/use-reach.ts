import { useSyncExternalStore } from "react";

import { reachNow, watchReach, type Reach } from "./reach.ts";

/** Whether what this page asked last was answered, followed. */
export function useReach(): Reach {
  return useSyncExternalStore(watchReach, reachNow, () => "reached");
}
