import { useCallback, useEffect, useState } from "react";

import { NoteKeeper, type KeepingState, type Sent } from "./note-keeper.ts";

interface Asked {
  /** Answers a form with `text` and `fields`: 200 once it is on disk, 422 { problem } when the words are to be mended. The first one given counts. */
  readonly address: string;
  readonly fields?: Readonly<Record<string, string>>;
  /** Words that are not are left alone. */
  readonly isWorthKeeping?: (text: string) => boolean;
}

interface Keeping {
  readonly state: KeepingState;
  readonly typed: (text: string) => void;
  /** The box was left: sends at once. */
  readonly left: () => void;
}

/** Keeps one note as it is typed, and says how that stands. */
export function useNoteKeeper({ address, fields = {}, isWorthKeeping }: Asked): Keeping {
  const [state, setState] = useState<KeepingState>("idle");
  const [keeper] = useState(() => new NoteKeeper((text) => post(address, { ...fields, text }), setState, isWorthKeeping));
  const typed = useCallback((text: string) => keeper.typed(text), [keeper]);
  const left = useCallback(() => keeper.flush(), [keeper]);
  // An effect because leaving the page is something the browser does: what was typed goes out first.
  useEffect(() => {
    addEventListener("pagehide", left);
    return () => {
      removeEventListener("pagehide", left);
      left();
    };
  }, [left]);
  return { state, typed, left };
}

/** `keepalive`: goes out even while the page is being left. Whoever sits there no more is sent elsewhere, which is not followed: a page that answers is no sign that words were kept. */
async function post(address: string, fields: Record<string, string>): Promise<Sent> {
  try {
    const answer = await fetch(address, { method: "POST", body: new URLSearchParams(fields), keepalive: true, redirect: "manual" });
    if (answer.ok) return "kept";
    return answer.status === 422 ? ((await answer.json()) as { problem: never }) : "failed";
  } catch {
    // No line to the host: the keeper goes on trying.
    return "failed";
  }
}
