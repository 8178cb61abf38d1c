/** What one state of a document says differently from another. */

/** What one record says. */
export interface Said {
  /** The part of the document in which it stands: "items", "notes", "replies", "quotes", "links". */
  readonly root: string;
  readonly id: string;
  /** Its words, as they are read; empty when it has none (a link, an emptied item). */
  readonly text: string;
  /** Language of the words; empty when not known. */
  readonly lang: string;
  /** Where it stands among others; empty where there is no order. */
  readonly order: string;
  /** False for what was taken off a list and can be put back. */
  readonly stands: boolean;
}

export interface Difference {
  /** Words that no longer stand. */
  readonly gone: readonly Said[];
  /** Words that did not stand before. */
  readonly back: readonly Said[];
  readonly changed: readonly { readonly before: Said; readonly after: Said }[];
  /** Records that were moved, and those without words that came or went. */
  readonly others: number;
  /** How many records with words stood before. */
  readonly stood: number;
}

export function differenceBetween(before: readonly Said[], after: readonly Said[]): Difference {
  const [stood, stands] = [standing(before), standing(after)];
  const gone = [...stood.values()].filter((said) => !stands.has(keyOf(said)));
  const back = [...stands.values()].filter((said) => !stood.has(keyOf(said)));
  const both = [...stood].flatMap(([key, was]) => { const is = stands.get(key); return is ? [{ before: was, after: is }] : []; });
  const changed = both.filter((one) => one.before.text !== one.after.text);
  const moved = both.filter((one) => one.before.text === one.after.text && one.before.order !== one.after.order);
  return {
    gone: gone.filter(hasWords),
    back: back.filter(hasWords),
    changed,
    others: moved.length + [...gone, ...back].filter((said) => !hasWords(said)).length,
    stood: [...stood.values()].filter(hasWords).length,
  };
}

export function isSame({ gone, back, changed, others }: Difference): boolean {
  return gone.length + back.length + changed.length + others === 0;
}

function standing(all: readonly Said[]): Map<string, Said> {
  return new Map(all.filter(({ stands }) => stands).map((said) => [keyOf(said), said]));
}

function keyOf({ root, id }: Said): string {
  return `${root}/${id}`;
}

function hasWords({ text }: Said): boolean {
  return text !== "";
}
