/** Keeps a note of somebody's own on the host as it is typed: one saving at a time, the newest words last, again and again until they are there. */
import type { WordKey } from "#app/language/words.ts";

/** Milliseconds after the last letter: a pause in thought, not in a word. */
const PAUSE = 600;
/** Milliseconds before words that did not get through are sent again. */
const AGAIN = 3_000;

/** `waiting`: on its way. `failed`: the host did not answer, and it goes on trying. A word key: what is wrong with the words. */
export type KeepingState = "idle" | "waiting" | "kept" | "failed" | { readonly problem: WordKey };

/** "kept" when it is on the host's disk. */
export type Sent = "kept" | "failed" | { readonly problem: WordKey };

export class NoteKeeper {
  #newest: string | null = null;
  #isSending = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly send: (text: string) => Promise<Sent>,
    private readonly tell: (state: KeepingState) => void,
    private readonly isWorthKeeping: (text: string) => boolean = (text) => text.trim() !== "",
  ) {}

  /** Words that are not worth keeping change nothing: what was kept before stays. */
  typed(text: string): void {
    this.#newest = this.isWorthKeeping(text) ? text : null;
    this.tell(this.#newest === null ? "idle" : "waiting");
    this.#later(PAUSE);
  }

  /** Sends at once what would have been sent in a moment. Call when the page goes, or the note is left. */
  flush(): void {
    clearTimeout(this.#timer);
    void this.#run();
  }

  #later(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(), milliseconds);
  }

  async #run(): Promise<void> {
    const text = this.#newest;
    if (text === null || this.#isSending) return;
    this.#isSending = true;
    const sent = await this.send(text);
    this.#isSending = false;
    // Typed on meanwhile: the timer of those letters may have run out while this was on its way.
    if (this.#newest !== text) return this.#later(PAUSE);
    if (sent !== "failed") this.#newest = null;
    this.tell(sent);
    if (sent === "failed") this.#later(AGAIN);
  }
}
