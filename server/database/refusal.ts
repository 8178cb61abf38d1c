/** Why the store could not be opened; each comes with a sentence that says what to do about it. */
export type RefusalCode =
  /** Another Ymholi has this folder. */
  | "in-use"
  /** The bundled PostgreSQL has no build for this machine. */
  | "no-binary"
  /** The folder belongs to another user of this machine. */
  | "not-ours"
  /** The folder was made by another major version of PostgreSQL, or by a newer Ymholi. */
  | "other-version"
  /** A PostgreSQL is there but does not answer. */
  | "no-answer"
  /** PostgreSQL would not start, or would not keep its promises about the disk. */
  | "unsafe";

/** The store was not opened. `message` is meant for the person who typed the command. */
export class StoreRefusal extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = "StoreRefusal";
    this.code = code;
  }
}
