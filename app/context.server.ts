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

/** Counts failures, never successes: whole councils share one address. */
export interface FailureLimit {
  /** Seconds to wait before another try is looked at; 0 when free. */
  waitFor(key: string): Promise<number>;
  fail(key: string): Promise<void>;
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
    /** "https://ymholi.example": what links and QR codes begin with. */
    readonly origin: string;
    /** For this response's Content-Security-Policy. */
    readonly nonce: string;
    /** The address the request came from; for limits only, never stored. */
    readonly address: string;
    /** Tells the log of a fault of ours: what it is and where it arose, never what it says. */
    readonly report: (error: unknown) => void;
  }
}
