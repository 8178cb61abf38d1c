import { useEffect, useState } from "react";

import { shortcutFor, TAKEN, TYPED } from "./shortcuts.ts";

/** Where this browser remembers that somebody wants no keys. */
const OFF = "ymholi:no-shortcuts";

/** Listens for the desk's keys and presses the button each stands for. They can be switched off: speech input and palsy press keys nobody meant. */
export function useShortcuts(): { readonly on: boolean; readonly turn: (on: boolean) => void } {
  const [on, setOn] = useState(true);
  // The browser's memory is not there on the server, so it is read after the first drawing.
  useEffect(() => setOn(localStorage.getItem(OFF) === null), []);
  // An effect because keys are heard by the whole page.
  useEffect(() => {
    if (!on) return;
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [on]);
  const turn = (wanted: boolean) => {
    setOn(wanted);
    if (wanted) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, "");
  };
  return { on, turn };
}

function press(event: KeyboardEvent): void {
  const shortcut = event.repeat ? null : shortcutFor(event);
  const target = event.target instanceof Element ? event.target : null;
  if (!shortcut || target?.closest(shortcut === "clock" ? TAKEN : TYPED)) return;
  const button = document.querySelector<HTMLElement>(`[data-shortcut="${shortcut}"]`);
  if (!button) return;
  event.preventDefault();
  button.click();
}
