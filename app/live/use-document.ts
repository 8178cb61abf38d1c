import { useCallback, useMemo, useSyncExternalStore } from "react";
import type * as Y from "yjs";

import type { Rights } from "./kinds.ts";
import { useLiveSession } from "./live-session.tsx";
import type { Saying } from "./messages.ts";
import type { Refused, SharedDocument } from "./shared-document.doc.ts";

interface Asked<T> {
  readonly documentId: string;
  /** Reads the document into plain data; a function that stays the same (`readList`, not an arrow in the component). */
  readonly read: (doc: Y.Doc) => T;
  /** The document as the server rendered it; shown until the replica is here. */
  readonly initial: T;
}

export interface DocumentView<T> {
  readonly value: T;
  /** Null until the replica is complete. */
  readonly doc: Y.Doc | null;
  /** What this seat may do at this moment; "none" until the server has said. */
  readonly rights: Rights;
  /** Changes the document here at once, and everywhere when it is on disk. */
  readonly change: (fn: (doc: Y.Doc) => void) => void;
  /** Words the server would not take, to be offered back to their author. */
  readonly refused: Refused | null;
  readonly dismiss: () => void;
}

/** A shared document, followed. Several parts of a page may use the same one. */
export function useDocument<T>({ documentId, read, initial }: Asked<T>): DocumentView<T> {
  const { shared, version } = useShared(documentId);
  const { doc, isLoaded } = shared;
  // `version` stands for what is in the document.
  const value = useMemo(() => (version >= 0 && isLoaded ? read(doc) : initial), [version, doc, isLoaded, read, initial]);
  const change = useCallback((fn: (doc: Y.Doc) => void) => shared.change(fn), [shared]);
  const dismiss = useCallback(() => shared.dismiss(), [shared]);
  return { value, doc: isLoaded ? doc : null, rights: shared.rights, change, refused: shared.refused, dismiss };
}

export interface Other extends Saying {
  readonly memberId: string;
}

export interface PresenceView {
  /** The other members at work in this document: who is typing, and where. */
  readonly others: readonly Other[];
  readonly say: (saying: Saying) => void;
}

/** Who else is at work in a document. The server says who they are; nobody can claim to be another. */
export function usePresence(documentId: string): PresenceView {
  const { me } = useLiveSession();
  const { shared } = useShared(documentId);
  const { others } = shared;
  const listed = useMemo(() => [...others].filter(([id]) => id !== me).map(([memberId, saying]) => ({ memberId, ...saying })), [others, me]);
  const say = useCallback((saying: Saying) => shared.say(saying), [shared]);
  return { others: listed, say };
}

function useShared(documentId: string): { shared: SharedDocument; version: number } {
  const { documents } = useLiveSession();
  const shared = documents.of(documentId);
  const watch = useCallback(
    (watcher: () => void) => {
      const stop = shared.watch(watcher);
      const letGo = documents.use(documentId);
      return () => {
        stop();
        letGo();
      };
    },
    [documents, documentId, shared],
  );
  const version = useSyncExternalStore(watch, () => shared.version, () => 0);
  return { shared, version };
}
