import { useNavigation, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

import { useReach } from "#app/ui/use-reach.ts";

import { useBoard } from "./use-board.ts";

/** Milliseconds before it is tried again when the host, or its store, did not answer. */
const TRY_AGAIN_MS = 5_000;

/**
 * Loads a page's own data anew when the noticeboard is ahead of it. Only the desk and the wall do: codes and
 * names are not on the noticeboard, which goes to everybody. One loading at a time: a second would break off the first.
 */
export function useFresh(loadedVersion: number): void {
  const { version } = useBoard();
  const { revalidate, state } = useRevalidator();
  const isIdle = useNavigation().state === "idle" && state === "idle";
  const reach = useReach();
  // An effect because loading is something the page does beside rendering.
  useEffect(() => {
    if (!isIdle || version <= loadedVersion) return;
    const timer = setTimeout(revalidate, reach === "reached" ? 0 : TRY_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [isIdle, version, loadedVersion, reach, revalidate]);
}
