import { useCallback, useEffect, useState } from "react";

import { NoteKeeper, type KeepingState, type Sent } from "./note-keeper.ts";

interface Asked {
  /** "/s/<session>/thinking/kept" */
  readonly address: string;
  readonly id: string;
  readonly lang: string;
}

/** Keeps one note as it is typed, and says how that stands. */
export function useNoteKeeper({ address, id, lang }: Asked): { readonly state: KeepingState; readonly typed: (text: string) => void } {
  const [state, setState] = useState<KeepingState>("idle");
  const [keeper] = useState(() => new NoteKeeper((text) => post(address, { id, lang, text }), setState));
  const typed = useCallback((text: string) => keeper.typed(text), [keeper]);
  // An effect because leaving the page is something the browser does: what was typed goes out first.
  useEffect(() => {
    const flush = () => keeper.flush();
    addEventListener("pagehide", flush);
    return () => {
      removeEventListener("pagehide", flush);
      flush();
    };
  }, [keeper]);
  return { state, typed };
}

/** `keepalive`: goes out even while the page is being left. */
async function post(address: string, fields: Record<string, string>): Promise<Sent> {
  try {
    const answer = await fetch(address, { method: "POST", body: new URLSearchParams({ act: "keep", ...fields }), keepalive: true });
    if (answer.ok) return "kept";
    return answer.status === 422 ? ((await answer.json()) as { problem: never }) : "failed";
  } catch {
    // No line to the host: the keeper goes on trying.
    return "failed";
  }
}
