/** What every page of a live session stands in: the noticeboard's line and the shared documents, one of each. */
import { createContext, useCallback, useContext, useEffect, useState, useSyncExternalStore, type ReactNode } from "react";

import { NoticeLine } from "./notice-line.ts";
import { OpenDocuments } from "./open-documents.doc.ts";
import type { Person } from "./person.ts";
import type { SharedDocument } from "./shared-document.doc.ts";
import { openShelf } from "./shelf.ts";

interface Session {
  readonly line: NoticeLine;
  readonly documents: OpenDocuments;
  /** This page's member. */
  readonly me: string;
  readonly isSharedDevice: boolean;
}

const SessionContext = createContext<Session | null>(null);

interface Props<Notice> {
  readonly sessionId: string;
  /** The noticeboard as the server rendered it. */
  readonly initialNotice: Notice;
  readonly initialPeople: readonly Person[];
  /** Member id of whoever this page belongs to. */
  readonly me: string;
  /** True on a device that several people use: nothing is then left on it. */
  readonly isSharedDevice?: boolean;
  readonly children: ReactNode;
}

/**
 * Holds a page's lines and closes them when it goes. `OpenLines`, somewhere inside, opens them. On the server it
 * only hands the initial state on.
 */
export function LiveSession<Notice>({ sessionId, initialNotice, initialPeople, me, isSharedDevice = false, children }: Props<Notice>) {
  const [session] = useState<Session>(() => {
    const line = new NoticeLine(sessionId, initialNotice, initialPeople);
    const documents = new OpenDocuments();
    if (!isSharedDevice) documents.useShelf(openShelf(line.key));
    return { line, documents, me, isSharedDevice };
  });
  useEffect(() => () => session.line.close(), [session]);
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>;
}

/**
 * Opens the noticeboard's line, once. Stands beside the part of the page that is fetched last, within its
 * Suspense: news that came before that part had hydrated would make React draw the whole of it anew.
 */
export function OpenLines() {
  const { line } = useLiveSession();
  // Sockets are the world outside of React: they open when the page stands.
  useEffect(() => line.open(), [line]);
  return null;
}

/** Throws outside of `LiveSession`: that is a mistake in the page. */
export function useLiveSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("This stands outside of LiveSession.");
  return session;
}

/** The member this page belongs to. */
export function useMe(): string {
  return useLiveSession().me;
}

/** True when others use this device too: nothing of this person's may be left on it. */
export function useIsSharedDevice(): boolean {
  return useContext(SessionContext)?.isSharedDevice ?? false;
}

/** One part of the noticeboard, followed. `pick` must give the same object while nothing changed. */
function useLine<T>(pick: (line: NoticeLine) => T): T {
  const { line } = useLiveSession();
  const snapshot = () => pick(line);
  return useSyncExternalStore(line.watch, snapshot, snapshot);
}

/** The noticeboard as of now. The caller says what it is made of; the server only sends what `boardOf` made. */
export function useNotice<Notice>(): Notice {
  // What the desk renders on the first page and what it sends later come from the same function.
  return useLine((line) => line.notice) as Notice;
}

/** Everybody ever seated in this session, by member id. */
export function usePeople(): ReadonlyMap<string, Person> {
  return useLine((line) => line.people);
}

/** Member ids with a page open at this moment. */
export function useHere(): ReadonlySet<string> {
  return useLine((line) => line.here);
}

/** True while the noticeboard is followed live. */
export function useIsLive(): boolean {
  return useLine((line) => line.isOpen);
}

/** A clock that tells the server's time, in milliseconds since 1970, whatever this device believes. */
export function useServerClock(): () => number {
  const { line } = useLiveSession();
  return useCallback(() => Date.now() + line.offset, [line]);
}

/** Documents that gave this person's words back: `refused` says why and has them, `dismiss` puts them away. */
export function useReturning(): readonly SharedDocument[] {
  const { documents } = useLiveSession();
  return useSyncExternalStore(documents.watch, () => documents.returning, () => nothing);
}

const nothing: readonly SharedDocument[] = [];

/** `kept`: all on the host's disk. `waiting`: on its way. `device`: only here, there is no connection. */
export interface Keeping {
  readonly state: "kept" | "waiting" | "device";
  /** How many changes are not on the host's disk. */
  readonly waiting: number;
}

/** Milliseconds. A change that is kept within a blink is not worth a flicker, nor a word to a screen reader. */
const BLINK = 300;

/** Whether everything this page wrote is on the host's disk; never says so of something that is not, for longer than a blink. */
export function useKeeping(): Keeping {
  const { documents } = useLiveSession();
  const waiting = useSyncExternalStore(documents.watch, () => documents.waiting, () => 0);
  const isOpen = useSyncExternalStore(documents.watch, () => documents.areOpen, () => true);
  const isLong = useIsLongerThan(BLINK, waiting > 0);
  if (waiting === 0 || (isOpen && !isLong)) return { state: "kept", waiting: 0 };
  return { state: isOpen ? "waiting" : "device", waiting };
}

function useIsLongerThan(milliseconds: number, holds: boolean): boolean {
  const [isLong, setLong] = useState(false);
  // A timer is the world outside of React.
  useEffect(() => {
    if (!holds) return setLong(false);
    const timer = setTimeout(() => setLong(true), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds, holds]);
  return isLong && holds;
}
