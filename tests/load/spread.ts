/** Milliseconds counted in steps of one half, so that millions cost nothing. */

export const STEP_MS = 0.5;
/** Longer ones count as this. */
const MOST_MS = 60_000;

export class Spread {
  #steps = new Uint32Array(MOST_MS / STEP_MS + 1);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(milliseconds: number, times = 1): void {
    const step = Math.min(this.#steps.length - 1, Math.max(0, Math.round(milliseconds / STEP_MS)));
    this.#steps[step]! += times;
    this.#count += times;
  }

  /** The time within which this part (0.95) of all came; NaN when there was none. */
  within(part: number): number {
    let left = this.#count * part;
    if (this.#count === 0) return Number.NaN;
    for (let step = 0; step < this.#steps.length; step++) {
      left -= this.#steps[step]!;
      if (left <= 0) return step * STEP_MS;
    }
    return MOST_MS;
  }

  clear(): void {
    this.#steps.fill(0);
    this.#count = 0;
  }
}

/** The middle one; the mean of the two middle ones of an even number. NaN of none. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.filter((number) => !Number.isNaN(number)).sort((a, b) => a - b);
  const middle = sorted.length / 2;
  if (sorted.length === 0) return Number.NaN;
  return Number.isInteger(middle) ? (sorted[middle - 1]! + sorted[middle]!) / 2 : sorted[Math.floor(middle)]!;
}
