/** What a person is doing on the way from words in the text to a note on them. Four ways lead to the same "writing". */
import type { Spot, Stretch } from "./passage.ts";

/** Where somebody who marks with the keyboard stands, and from where the mark is to go. */
export interface Standing {
  readonly at: Spot;
  readonly from: Spot | null;
}

/** A note not saved yet. */
export interface Draft {
  readonly stretch: Stretch;
  readonly words: string;
  readonly lang: string;
}

export type Marking =
  | { readonly state: "idle" }
  /** Words are selected, by mouse or finger. */
  | { readonly state: "selected"; readonly stretch: Stretch }
  /** Moving through the text with the keyboard. */
  | ({ readonly state: "keys" } & Standing)
  /** Typing or pasting the words to look for. */
  | { readonly state: "finding" }
  /** Saying why it matters. `byBlock`: the passage is chosen by its sentences in this block. `then`: where to go on marking. */
  | { readonly state: "writing"; readonly stretch: Stretch; readonly byBlock: string | null; readonly then: Standing | null; readonly draft: Draft | null }
  /** Left without saving; the words can be put back. */
  | { readonly state: "dropped"; readonly draft: Draft };

export type MarkingStep =
  | { readonly type: "select"; readonly stretch: Stretch | null }
  | { readonly type: "keys"; readonly at: Spot }
  /** Space or Enter on a sentence: first "from here", then "to here". */
  | { readonly type: "here"; readonly stretchTo: (from: Spot, to: Spot) => Stretch }
  | { readonly type: "find" }
  | { readonly type: "write"; readonly stretch: Stretch; readonly byBlock?: string; readonly draft?: Draft }
  /** Another choice of sentences while writing. */
  | { readonly type: "restretch"; readonly stretch: Stretch }
  | { readonly type: "saved" }
  /** Escape or Cancel. With a draft: it can be put back. */
  | { readonly type: "leave"; readonly draft?: Draft };

export const idle: Marking = { state: "idle" };

/** One step on the way. A selection is heeded only while nothing else is going on. */
export function step(now: Marking, next: MarkingStep): Marking {
  switch (next.type) {
    case "select":
      return selected(now, next.stretch);
    case "keys":
      return { state: "keys", at: next.at, from: now.state === "keys" ? now.from : null };
    case "here":
      return now.state === "keys" ? here(now, next.stretchTo) : now;
    case "find":
      return { state: "finding" };
    case "write":
      return { state: "writing", stretch: next.stretch, byBlock: next.byBlock ?? null, then: null, draft: next.draft ?? null };
    case "restretch":
      return now.state === "writing" ? { ...now, stretch: next.stretch } : now;
    case "saved":
      return now.state === "writing" && now.then ? { state: "keys", ...now.then } : idle;
    case "leave":
      return left(now, next.draft);
  }
}

function selected(now: Marking, stretch: Stretch | null): Marking {
  if (now.state !== "idle" && now.state !== "selected" && now.state !== "dropped") return now;
  if (stretch) return { state: "selected", stretch };
  return now.state === "selected" ? idle : now;
}

function here(now: Standing, stretchTo: (from: Spot, to: Spot) => Stretch): Marking {
  if (!now.from) return { state: "keys", at: now.at, from: now.at };
  return { state: "writing", stretch: stretchTo(now.from, now.at), byBlock: null, then: { at: now.at, from: null }, draft: null };
}

function left(now: Marking, draft: Draft | undefined): Marking {
  if (draft && draft.words.trim() !== "") return { state: "dropped", draft };
  if (now.state === "keys" && now.from) return { state: "keys", at: now.at, from: null };
  if (now.state === "writing" && now.then) return { state: "keys", ...now.then };
  return idle;
}

/** The stop after (`by` 1) or before (`by` -1) where one stands, by reading order; the same spot at either end of the text. */
export function neighbour(stops: readonly Spot[], at: Spot, { by, rank }: { readonly by: 1 | -1; readonly rank: (blockId: string) => number }): Spot {
  const isBefore = (a: Spot, b: Spot) => rank(a.blockId) < rank(b.blockId) || (a.blockId === b.blockId && a.start < b.start);
  const found = by === 1 ? stops.find((stop) => isBefore(at, stop)) : stops.findLast((stop) => isBefore(stop, at));
  return found ?? at;
}
