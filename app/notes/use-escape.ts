import { useEffect, useRef, type RefObject } from "react";

/** Escape, pressed anywhere within. */
export function useEscape(within: RefObject<HTMLElement>, onEscape: () => void): void {
  const latest = useRef(onEscape);
  useEffect(() => {
    latest.current = onEscape;
  });
  // On the element itself, since what is inside it takes keys of its own.
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key === "Escape") latest.current();
    };
    const element = within.current;
    element?.addEventListener("keydown", pressed);
    return () => element?.removeEventListener("keydown", pressed);
  }, [within]);
}
