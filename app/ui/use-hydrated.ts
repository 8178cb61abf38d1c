import { useSyncExternalStore } from "react";

const never = () => () => {};

/** False on the server and while the page wakes up, true from then on: links to forms become buttons. */
export function useHydrated(): boolean {
  return useSyncExternalStore(never, () => true, () => false);
}
