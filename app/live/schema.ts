/**
 * The shape of a shared document as the gate needs it: which roots there are, what a record may hold,
 * and whether a record belongs to the member who made it. Declared in each `.doc.ts`, read by the hub.
 */

/** `plain`: any JSON-like value of bounded depth. `text`: a Y.Text. `author`: a plain string that must be the writing member's id. */
export type FieldShape = "plain" | "text" | "author";

export interface RootShape {
  /** Fields of each record (a Y.Map under the root map, keyed by the record's id). */
  readonly fields: Readonly<Record<string, FieldShape>>;
  /** True: only the member who made a record may change or delete it. False: drafted together. */
  readonly owned: boolean;
}

/** Root maps by name. Nothing else may stand in the document. */
export type DocumentShape = Readonly<Record<string, RootShape>>;
