import { useCallback, useRef, useState } from "react";

import type { Source } from "#app/lists/sources.ts";

import type { Room } from "./room.ts";
import { sourcesOf } from "./sources.ts";

/** Notes made since then are worth another look. Milliseconds. */
const FRESH_MS = 10_000;

/**
 * The notes that quotes are chosen from. They are read anew when a person turns to the list, rather than
 * followed live: nine more sockets a phone, for a chooser that is open for seconds, would cost too much. Asked for
 * without Remix, which puts an error page in the place of the room, and of all that is typed there, when there is
 * no connection; without an answer the notes read before stay.
 */
export function useSources(room: Room): { readonly sources: readonly Source[]; readonly refresh: () => void } {
  const [read, setRead] = useState<readonly Source[] | null>(null);
  const readAt = useRef(0);
  const refresh = useCallback(() => {
    if (Date.now() - readAt.current < FRESH_MS) return;
    readAt.current = Date.now();
    void sourcesNow(room.sessionId).then((now) => now && setRead(now));
  }, [room.sessionId]);
  return { sources: read ?? sourcesOf(room.evidence), refresh };
}

async function sourcesNow(sessionId: string): Promise<readonly Source[] | null> {
  try {
    const answer = await fetch(`/s/${sessionId}/sources`);
    // Made by our own address from the same type.
    return answer.ok ? ((await answer.json()) as { sources: readonly Source[] }).sources : null;
  } catch {
    return null;
  }
}
