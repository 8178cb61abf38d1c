import { useNavigation, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

/**
 * Loads the page's data anew every so many milliseconds while it is looked at and is doing nothing else, and at once when
 * it is looked at again. Only where the `clientLoader` stays with what it has (or-as-before.ts): a line may break at any time.
 */
export function useNowAndThen(everyMs: number): void {
  const { revalidate, state } = useRevalidator();
  const isIdle = useNavigation().state === "idle" && state === "idle";
  // A timer, and whether anybody looks, are the world outside of React.
  useEffect(() => {
    if (!isIdle) return;
    const look = () => document.visibilityState === "visible" && revalidate();
    const timer = setInterval(look, everyMs);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [isIdle, revalidate, everyMs]);
}
