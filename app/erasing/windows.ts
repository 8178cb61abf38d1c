/** Pieces of erased words to look for afterwards: long enough to be nobody else's, few enough to be looked for everywhere. */

/** Characters (code points) of a piece. */
const WINDOW = 24;
/** Below this, others say the same by chance. */
const SHORTEST = 10;
/** Pieces looked for at the most: each is sought in every row of the session. */
const WINDOWS_MOST = 60;

/** What stands otherwise in JSON than people typed it. */
const ESCAPED = /[\u0000-\u001f"\\]+/u;

/** Beginning, middle and end of each text, without those that others' words hold as well: these would be found for ever. */
export function windowsOf(texts: readonly string[], others: readonly string[]): string[] {
  const pieces = texts.flatMap((text) => text.split(ESCAPED)).flatMap(piecesOf);
  const own = [...new Set(pieces)].filter((piece) => !others.some((text) => text.includes(piece)));
  return spread(own, WINDOWS_MOST);
}

function piecesOf(run: string): string[] {
  const letters = [...run];
  if (letters.length < SHORTEST) return [];
  const last = Math.max(0, letters.length - WINDOW);
  return [0, Math.floor(last / 2), last].map((from) => letters.slice(from, from + WINDOW).join(""));
}

/** So many of them, from first to last. */
function spread(all: readonly string[], most: number): string[] {
  if (all.length <= most) return [...all];
  return Array.from({ length: most }, (_, index) => all[Math.floor((index * all.length) / most)] ?? "");
}
