/** A token bucket: `burst` at once, `rate` a second for long; may go into debt. Times are of `performance.now()`. */
export class Bucket {
  #left: number;

  constructor(private readonly burst: number, private readonly rate: number, private at: number) {
    this.#left = burst;
  }

  spend(tokens: number, now: number): void {
    this.#refill(now);
    this.#left -= tokens;
  }

  /** Milliseconds until it is out of debt. */
  wait(now: number): number {
    this.#refill(now);
    return this.#left >= 0 ? 0 : Math.ceil((-this.#left / this.rate) * 1000);
  }

  isFull(now: number): boolean {
    this.#refill(now);
    return this.#left === this.burst;
  }

  #refill(now: number): void {
    this.#left = Math.min(this.burst, this.#left + ((now - this.at) / 1000) * this.rate);
    this.at = now;
  }
}
