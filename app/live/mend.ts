/**
 * What a facilitator can mend in a shared document: take back all that one person changed, put that back again,
 * and let a deletion happen that was held. Each is one row of the document's log, which says that it is.
 */
import * as z from "zod/mini";

/** What is to be mended. Members are named by their ids. */
export type Mend =
  /** Take away what this member wrote, and put back what they deleted of others' words. */
  | { readonly act: "undo"; readonly of: string }
  /** Take back an undoing: the row of the log in which it stands. */
  | { readonly act: "putBack"; readonly row: number }
  /** Let this member's deletion happen, which waits. */
  | { readonly act: "letHappen"; readonly of: string };

/** How a row came about that nobody typed; kept with the row. `by` is the facilitator's member id. */
export const mendingSchema = z.discriminatedUnion("act", [
  /** `upTo`: the last row of the log that was looked at. */
  z.object({ act: z.literal("undo"), of: z.string(), by: z.string(), upTo: z.number() }),
  /** `row`: where the undoing stands that was taken back. */
  z.object({ act: z.literal("putBack"), of: z.string(), by: z.string(), row: z.number() }),
  z.object({ act: z.literal("letHappen"), of: z.string(), by: z.string() }),
  /** The document was written anew without its history: this row is the whole of it. */
  z.object({ act: z.literal("rewrite") }),
]);
export type Mending = z.infer<typeof mendingSchema>;
export type Undoing = Extract<Mending, { act: "undo" }>;

/** The facilitator on whose word a row was written; null when on nobody's. */
export function facilitatorOf(mending: Mending | null | undefined): string | null {
  return mending && "by" in mending ? mending.by : null;
}

interface Row {
  readonly seq: number;
  readonly at: Date;
  readonly mending?: Mending | null;
}

/** An undoing that still stands. */
export interface StandingUndoing extends Undoing {
  readonly seq: number;
  readonly at: Date;
}

/** The undoings in a log that were not taken back, oldest first. */
export function undoingsIn(log: readonly Row[]): StandingUndoing[] {
  const takenBack = new Set(log.map(({ mending }) => (mending?.act === "putBack" ? mending.row : 0)));
  return log.flatMap(({ seq, at, mending }) => (mending?.act === "undo" && !takenBack.has(seq) ? [{ ...mending, seq, at }] : []));
}

/** A deletion that waits for a facilitator's word. */
export interface Held {
  readonly documentId: string;
  /** Whose it is. */
  readonly memberId: string;
  readonly at: Date;
}
