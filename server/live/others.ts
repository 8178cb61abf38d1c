/** What this node remembers of the other nodes, for when one of them is silent, or could not hear for a while. */
import type { Presence } from "#app/live/messages.ts";

import { NODE_SILENT_MS, UNSEATED_MS, UNSEATED_MOST } from "./limits.ts";

interface Other {
  heardAt: number;
  /** Members that do something in a document there, by document. */
  readonly present: Map<string, Set<string>>;
}

/** What this node remembers of the others. */
export class Others {
  readonly #others = new Map<string, Other>();
  readonly #unseated = new Map<string, number>();

  heard(node: string): void {
    this.#of(node).heardAt = Date.now();
  }

  present(node: string, { documentId, presences }: { readonly documentId: string; readonly presences: readonly Presence[] }): void {
    const { present } = this.#of(node);
    const members = present.get(documentId) ?? new Set<string>();
    for (const { memberId, saying } of presences) members[saying ? "add" : "delete"](memberId);
    if (members.size > 0) present.set(documentId, members);
    else present.delete(documentId);
  }

  /** Who did something on a node that has gone without a goodbye: nobody will say that they stopped. Told once. */
  takeSilent(): { readonly documentId: string; readonly presences: readonly Presence[] }[] {
    const gone = [...this.#others].filter(([, { heardAt }]) => Date.now() - heardAt > NODE_SILENT_MS);
    for (const [node] of gone) this.#others.delete(node);
    return gone.flatMap(([, { present }]) => [...present].map(([documentId, members]) => ({
      documentId,
      presences: [...members].filter((member) => !this.#isPresent(documentId, member)).map((memberId) => ({ memberId, saying: null })),
    })));
  }

  unseated(memberId: string): void {
    this.#unseated.set(memberId, Date.now());
    const [oldest] = this.#unseated.keys();
    if (oldest !== undefined && this.#unseated.size > UNSEATED_MOST) this.#unseated.delete(oldest);
  }

  /** Whose seats were taken back of late. */
  get lately(): string[] {
    for (const [member, at] of this.#unseated) if (Date.now() - at > UNSEATED_MS) this.#unseated.delete(member);
    return [...this.#unseated.keys()];
  }

  #isPresent(documentId: string, memberId: string): boolean {
    return [...this.#others.values()].some(({ present }) => present.get(documentId)?.has(memberId));
  }

  #of(node: string): Other {
    const other = this.#others.get(node) ?? { heardAt: Date.now(), present: new Map<string, Set<string>>() };
    this.#others.set(node, other);
    return other;
  }
}
