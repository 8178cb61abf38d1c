/** Follows the desk without being told: while the line between the nodes is down, nobody says what was decided on another. */
import type { Store } from "./store.ts";

interface Options {
  readonly boardVersions: Store["boardVersions"];
  /** Something was decided in this session, or nobody knows. */
  readonly changed: (sessionId: string) => void;
}

/** Every decision counts the session's board one up, so that one question tells of all sessions where something was decided. */
export class DeskWatch {
  readonly #known = new Map<string, number>();
  #isLooking = false;

  constructor(private readonly options: Options) {}

  /** Tells of those sessions whose board is another one than at the last look. One look at a time. Throws what the store throws. */
  async look(sessionIds: ReadonlySet<string>): Promise<void> {
    for (const id of this.#known.keys()) if (!sessionIds.has(id)) this.#known.delete(id);
    if (this.#isLooking || sessionIds.size === 0) return;
    this.#isLooking = true;
    try {
      this.#compare(await this.options.boardVersions([...sessionIds]));
    } finally {
      this.#isLooking = false;
    }
  }

  #compare(versions: ReadonlyMap<string, number>): void {
    for (const [id, version] of versions) {
      if (this.#known.get(id) === version) continue;
      this.#known.set(id, version);
      this.options.changed(id);
    }
  }
}
