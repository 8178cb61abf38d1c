import { useCallback, useRef, useState } from "react";

import type { Source } from "#app/lists/sources.ts";
import { readJson } from "#app/ui/read-json.ts";

import type { Room } from "./room.ts";
import { sourcesOf } from "./sources.ts";

/** Notes made since then are worth another look. Milliseconds. */
const FRESH_MS = 10_000;

/**
 * The notes that quotes are chosen from. They are read anew when a person turns to the list, rather than
 * followed live: nine more sockets a phone, for a chooser that is open for seconds, would cost too much. Without
 * an answer the notes read before stay.
 */
export function useSources(room: Room): { readonly sources: readonly Source[]; readonly refresh: () => void } {
  const [read, setRead] = useState<readonly Source[] | null>(null);
  const readAt = useRef(0);
  const refresh = useCallback(() => {
    if (Date.now() - readAt.current < FRESH_MS) return;
    readAt.current = Date.now();
    void readJson<{ sources: readonly Source[] }>(`/s/${room.sessionId}/sources`).then((now) => now && setRead(now.sources));
  }, [room.sessionId]);
  return { sources: read ?? sourcesOf(room.evidence), refresh };
}
