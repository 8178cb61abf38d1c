import { useFetcher } from "@remix-run/react";
import { useCallback, useRef } from "react";

import type { Source } from "#app/lists/sources.ts";

import type { Room } from "./room.ts";
import { sourcesOf } from "./sources.ts";

/** Notes made since then are worth another look. Milliseconds. */
const FRESH_MS = 10_000;

/**
 * The notes that quotes are chosen from. They are read anew when a person turns to the list, rather than
 * followed live: nine more sockets a phone, for a chooser that is open for seconds, would cost too much.
 */
export function useSources(room: Room): { readonly sources: readonly Source[]; readonly refresh: () => void } {
  const fetcher = useFetcher<{ sources: Source[] }>();
  const readAt = useRef(0);
  const { load } = fetcher;
  const refresh = useCallback(() => {
    if (Date.now() - readAt.current < FRESH_MS) return;
    readAt.current = Date.now();
    load(`/s/${room.sessionId}/sources`);
  }, [load, room.sessionId]);
  return { sources: fetcher.data?.sources ?? sourcesOf(room.evidence), refresh };
}
