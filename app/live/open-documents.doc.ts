/** The shared documents of one page: one replica each, however many parts of the page look at it. */
import { SharedDocument } from "./shared-document.doc.ts";
import type { Leftover, Shelf } from "./shelf.ts";
import { Watched } from "./watched.ts";

/** Milliseconds a document stays open after the last part of the page let it go: stages come and go. */
const LINGER = 10_000;

export class OpenDocuments extends Watched {
  readonly #documents = new Map<string, { shared: SharedDocument; users: number }>();
  #returning: readonly SharedDocument[] = [];
  #shelf: Shelf | null = null;

  /** Words that wait are put there from now on, and what earlier pages left there is brought in. */
  useShelf(shelf: Shelf | null): void {
    this.#shelf = shelf;
  }

  /** Changes in all documents that are not yet on the server's disk. */
  get waiting(): number {
    return [...this.#documents.values()].reduce((sum, { shared }) => sum + shared.waiting, 0);
  }

  /** False while a document with such changes has no connection. */
  get areOpen(): boolean {
    return [...this.#documents.values()].every(({ shared }) => shared.isOpen || shared.waiting === 0);
  }

  /** Documents in which this person's words were given back, and not yet put away. The same array until that changes. */
  get returning(): readonly SharedDocument[] {
    const now = [...this.#documents.values()].map(({ shared }) => shared).filter(({ refused }) => refused !== null);
    const same = now.length === this.#returning.length && now.every((shared, index) => shared === this.#returning[index]);
    if (!same) this.#returning = now;
    return this.#returning;
  }

  /** The one replica of a document; made, but not opened, when it is first asked for. */
  of(documentId: string): SharedDocument {
    const known = this.#documents.get(documentId);
    if (known) return known.shared;
    const shared = new SharedDocument(documentId, this.#shelf);
    shared.watch(() => this.changed());
    this.#documents.set(documentId, { shared, users: 0 });
    return shared;
  }

  /** Keeps a document open until the answer is called. */
  use(documentId: string): () => void {
    const shared = this.of(documentId);
    const entry = this.#documents.get(documentId) ?? { shared, users: 0 };
    if (entry.users++ === 0) void this.#bringIn(documentId);
    shared.open(location.origin);
    return () => {
      entry.users--;
      setTimeout(() => this.#letGo(documentId), LINGER);
    };
  }

  /** Brings in what pages that are gone left behind for these documents, and answers how many changes are not kept yet, wherever they lie. */
  async leftIn(documentIds: readonly string[]): Promise<number> {
    await Promise.all(documentIds.map((documentId) => this.#bringIn(documentId)));
    const onShelf = (await this.#shelf?.count(documentIds)) ?? 0;
    return Math.max(this.waiting, onShelf);
  }

  /** What a page that is gone could not send; it stays listed until it is kept, or its words are put away. */
  async #bringIn(documentId: string): Promise<void> {
    const leftovers = (await this.#shelf?.take(documentId).catch(() => [])) ?? [];
    leftovers.forEach((leftover) => this.#restore(leftover));
  }

  #restore(leftover: Leftover): void {
    const shared = new SharedDocument(leftover.documentId, this.#shelf);
    const key = `${leftover.documentId}/${leftover.client}`;
    this.#documents.set(key, { shared, users: 0 });
    shared.restore(leftover);
    shared.watch(() => {
      this.changed();
      if (shared.isLoaded && shared.waiting === 0 && !shared.refused) setTimeout(() => this.#letGo(key), LINGER);
    });
    shared.open(location.origin);
  }

  #letGo(documentId: string): void {
    const entry = this.#documents.get(documentId);
    if (!entry || entry.users > 0) return;
    // Words on their way are never left behind.
    if (entry.shared.waiting > 0 || entry.shared.refused) return void setTimeout(() => this.#letGo(documentId), LINGER);
    this.#documents.delete(documentId);
    entry.shared.close();
  }
}
