/** A note that is being written outlives a reload of the page, in this tab's memory only, until it is saved. Not on a shared device. */
import { useEffect, useMemo, useRef } from "react";
import * as z from "zod/mini";

import { useIsSharedDevice } from "#app/live/live-session.tsx";

import type { Draft } from "./marking.ts";

const pointSchema = z.object({ blockId: z.string(), offset: z.number() });
const draftSchema = z.object({ stretch: z.object({ from: pointSchema, to: pointSchema }), words: z.string(), lang: z.string() });

export interface KeptDraft {
  readonly keep: (draft: Draft) => void;
  readonly forget: () => void;
}

/** Calls `onFound` once, after the page has woken up, when there is a draft for this document. */
export function useKeptDraft(documentId: string, onFound: (draft: Draft) => void): KeptDraft {
  const key = `ymholi:note:${documentId}`;
  const found = useRef(onFound);
  // The tab's memory is not there on the server, so it is read after the first drawing.
  useEffect(() => {
    const draft = read(key);
    if (draft) found.current(draft);
  }, [key]);
  const isShared = useIsSharedDevice();
  return useMemo(() => ({
    keep: (draft) => (isShared ? undefined : sessionStorage.setItem(key, JSON.stringify(draft))),
    forget: () => sessionStorage.removeItem(key),
  }), [key, isShared]);
}

function read(key: string): Draft | null {
  const kept = sessionStorage.getItem(key);
  if (kept === null) return null;
  try {
    return draftSchema.parse(JSON.parse(kept));
  } catch {
    // Not ours, or of an older version: there is nothing to give back.
    return null;
  }
}
