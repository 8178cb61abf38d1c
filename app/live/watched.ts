/** The least that `useSyncExternalStore` needs: something that changes, and those who want to know. */
export class Watched {
  readonly #watchers = new Set<() => void>();
  #version = 0;

  /** Grows with every change. */
  get version(): number {
    return this.#version;
  }

  /** Calls back on every change; the answer stops it. Bound, so that it can be handed over as it is. */
  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  changed(): void {
    this.#version++;
    for (const watcher of this.#watchers) watcher();
  }
}
