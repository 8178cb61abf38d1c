/** What a wall has no room for at once, parted so that all of it comes by and nothing is cut off. */
import { sentencesOf, wordsOf, type Piece } from "#app/notes/sentences.ts";

/** Whole things in their order, parted so that no part has more characters than there is room for; one that alone is longer stands alone. */
export function inTurns<T>(things: readonly T[], characters: number, lengthOf: (thing: T) => number): T[][] {
  const turns: T[][] = [];
  const sum = (part: readonly T[]) => part.reduce((length, thing) => length + lengthOf(thing), 0);
  for (const thing of things) {
    const last = turns.at(-1);
    if (last && sum(last) + lengthOf(thing) <= characters) last.push(thing);
    else turns.push([thing]);
  }
  return turns;
}

/** A text in parts of whole sentences, as many in each as there is room for; a sentence that alone is longer is parted between words. */
export function partsOf(text: string, characters: number): string[] {
  const parts: Piece[] = [];
  for (const piece of sentencesOf(text).flatMap((sentence) => (lengthOf(sentence) <= characters ? [sentence] : wordsIn(text, sentence)))) {
    const last = parts.at(-1);
    if (last && piece.end - last.start <= characters) parts[parts.length - 1] = { start: last.start, end: piece.end };
    else parts.push(piece);
  }
  return parts.map(({ start, end }) => text.slice(start, end));
}

function wordsIn(text: string, { start, end }: Piece): Piece[] {
  return wordsOf(text.slice(start, end)).map((word) => ({ start: start + word.start, end: start + word.end }));
}

function lengthOf({ start, end }: Piece): number {
  return end - start;
}
