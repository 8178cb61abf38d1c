/** Long work on the server's one thread, done a part at a time: typing goes on in between. */

/** Rows of a log replayed in one go: some milliseconds. */
const ROWS_AT_ONCE = 200;

/** Does something with some of them after the other, in order, and lets others have their turn in between. */
export async function inParts<T>(all: readonly T[], act: (part: readonly T[]) => void): Promise<void> {
  for (let from = 0; from < all.length; from += ROWS_AT_ONCE) {
    act(all.slice(from, from + ROWS_AT_ONCE));
    await new Promise((resolve) => setTimeout(resolve));
  }
}

/** Does something with each of them in order, in parts. */
export function eachAtEase<T>(all: readonly T[], act: (one: T) => void): Promise<void> {
  return inParts(all, (part) => part.forEach(act));
}
