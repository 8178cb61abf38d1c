import { useNavigation, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

/** Loads the page's data anew every so many milliseconds while it is looked at, and is doing nothing else. */
export function useNowAndThen(everyMs: number): void {
  const { revalidate, state } = useRevalidator();
  const isIdle = useNavigation().state === "idle" && state === "idle";
  // A timer is the world outside of React.
  useEffect(() => {
    if (!isIdle) return;
    const timer = setInterval(() => document.visibilityState === "visible" && revalidate(), everyMs);
    return () => clearInterval(timer);
  }, [isIdle, revalidate, everyMs]);
}
