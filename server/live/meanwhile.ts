/** What was decided while the desk was being asked: its answer may be of before. */

/** Remembers, for each asking under way, what happened since it began. */
export class Meanwhile {
  readonly #asking = new Set<Set<string>>();

  /** Something was decided about the session or member of this id. */
  happened(id: string): void {
    for (const seen of this.#asking) seen.add(id);
  }

  /** `work` is told, as it goes on, whose ids something happened to since it began. Throws what `work` throws. */
  async during<T>(work: (happened: ReadonlySet<string>) => Promise<T>): Promise<T> {
    const seen = new Set<string>();
    this.#asking.add(seen);
    try {
      return await work(seen);
    } finally {
      this.#asking.delete(seen);
    }
  }
}
