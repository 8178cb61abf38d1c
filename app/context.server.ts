/** What `server/` builds once, at the door, and hands to every loader and action. */
import type { PrismaClient } from "#prisma/client.ts";

import type { Live } from "./live/live.doc.ts";

export type Db = PrismaClient;

/** Keys kept outside the database. */
export interface Secrets {
  /** Encrypts the keys of rounds: 32 bytes. */
  readonly hostKey: Uint8Array;
  /** Signs short-lived cookies. */
  readonly cookieSecret: string;
}

/** What a try came to. `tooMany`: nothing was looked at; the next one is in so many seconds. */
export type Attempt<T> = { readonly kind: "in"; readonly found: T } | { readonly kind: "wrong" } | { readonly kind: "tooMany"; readonly waitS: number };

/** Counts failures, never successes: whole councils share one address. */
export interface FailureLimit {
  /**
   * Looks, unless one of the keys (an address, an e-mail) has failed too often. `look` answers null for a failure.
   * A try is paid for before it is looked at and paid back when it was right, so that many guesses at once are
   * counted like many one after the other.
   */
  attempt<T>(keys: readonly string[], look: () => Promise<T | null>): Promise<Attempt<T>>;
  /** Forgets the failures of a key. */
  clear(key: string): Promise<void>;
}

declare module "@remix-run/node" {
  interface AppLoadContext {
    readonly db: Db;
    readonly live: Live;
    readonly secrets: Secrets;
    readonly limits: { readonly join: FailureLimit; readonly signIn: FailureLimit };
    /** The host's smallest group whose answers are shown apart; never under 3. */
    readonly disclosureMinimum: number;
    /** True when the disk that holds the record has no reserve left: a facilitator must be told. */
    readonly isDiskFull: () => boolean;
    /** "https://ymholi.example": what links and QR codes begin with. */
    readonly origin: string;
    /** For this response's Content-Security-Policy. */
    readonly nonce: string;
    /** The address or network the request came from; for limits only, never stored. */
    readonly address: string;
    /** Tells the log of a fault of ours: what it is and where it arose, never what it says. */
    readonly report: (error: unknown) => void;
  }
}
