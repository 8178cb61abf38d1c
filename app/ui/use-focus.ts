import { useEffect, type RefObject } from "react";

/** Puts the focus on the first thing to fill in when a form appears: whoever opened it wants to write. */
export function useFocusOnArrival(form: RefObject<HTMLElement>): void {
  // Focus belongs to the browser, so it is moved after drawing.
  useEffect(() => {
    form.current?.querySelector<HTMLElement>("input, textarea, [data-first-focus]")?.focus();
  }, [form]);
}
