/** What of a document is on disk, as bytes: one encoding made now and then, and each update since. Newcomers are served from it. */
import * as Y from "yjs";

import { DOCUMENT_BYTES, DOCUMENT_STRUCTS, TAIL_BYTES } from "./limits.ts";

/** The bytes of one document that everybody may see. Nothing that is not on disk is ever given to it. */
export class Encoding {
  #cached: Uint8Array = EMPTY;
  #tail: Uint8Array[] = [];
  #tailBytes = 0;
  #structs = 0;
  /** Made of these bytes when somebody asks for it. */
  #replica: Y.Doc | null = null;

  /** The whole document as it was last measured. */
  get cached(): Uint8Array {
    return this.#cached;
  }
  /** True when so much came since then that a fresh one is worth its while. */
  get isOld(): boolean {
    return this.#tailBytes > TAIL_BYTES;
  }
  /** True when the document holds as much as it may. What was deleted since it was measured still counts. */
  get isFull(): boolean {
    return this.#cached.length + this.#tailBytes > DOCUMENT_BYTES || this.#structs > DOCUMENT_STRUCTS;
  }

  /** Encodes afresh. `doc` holds what is on disk, and nothing else. Throws what Yjs throws when it cannot be written down. */
  measure(doc: Y.Doc): void {
    this.#cached = Y.encodeStateAsUpdate(doc);
    this.#tail = [];
    this.#tailBytes = 0;
    this.#came(doc);
  }

  /** An update that has come to disk, and the document with it. */
  add(update: Uint8Array, doc: Y.Doc): void {
    this.#tail.push(update);
    this.#tailBytes += update.length;
    this.#came(doc);
  }

  /** An update says nothing of how many structs it leaves, since Yjs makes one of those that belong together: they are counted, in some thirty microseconds when thousands wrote. */
  #came(doc: Y.Doc): void {
    this.#replica?.destroy();
    this.#replica = null;
    this.#structs = 0;
    for (const structs of doc.store.clients.values()) this.#structs += structs.length;
  }

  /** All of it: applied in order, they are the document. */
  whole(): readonly Uint8Array[] {
    if (this.#tail.length > 1) this.#tail = [Y.mergeUpdates(this.#tail)];
    return [this.#cached, ...this.#tail];
  }

  /** The document that these bytes are, apart from the one in memory, which may be ahead of the disk. Not to be changed; gone when more comes to disk. */
  replica(): Y.Doc {
    if (this.#replica) return this.#replica;
    const doc = new Y.Doc({ gc: true });
    doc.transact(() => {
      for (const update of this.whole()) Y.applyUpdate(doc, update);
    });
    return (this.#replica = doc);
  }
}

/** An update that says nothing. */
const EMPTY = Uint8Array.of(0, 0);
