import { useNavigation, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

import { useBoard } from "./use-board.ts";

/**
 * Loads a page's own data anew when the noticeboard is ahead of it. Only the desk and the wall do: codes and
 * names are not on the noticeboard, which goes to everybody. One loading at a time: a second would break off the first.
 */
export function useFresh(loadedVersion: number): void {
  const { version } = useBoard();
  const { revalidate, state } = useRevalidator();
  const isIdle = useNavigation().state === "idle" && state === "idle";
  // An effect because loading is something the page does beside rendering.
  useEffect(() => {
    if (isIdle && version > loadedVersion) revalidate();
  }, [isIdle, version, loadedVersion, revalidate]);
}
