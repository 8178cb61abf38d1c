/** Names by which things in a report are pointed at, on a screen (as links) and on paper (as letters and numbers). */

export interface Ref {
  readonly kind: "priority" | "principle" | "passage";
  /** Its id in the page: "priority-a", "passage-4". */
  readonly anchor: string;
  /** Priorities have letters, principles and passages numbers. */
  readonly label: string;
}

/** Gives the name of each thing of a kind, by its id. */
export type Refs = Readonly<Record<Ref["kind"], (id: string) => Ref>>;

interface Named {
  readonly id: string;
}

/** Names in the order given: the first priority is A, the first principle and passage 1. */
export function nameAll(things: Readonly<Record<Ref["kind"], readonly Named[]>>): Refs {
  return {
    priority: namer("priority", things.priority.map(({ id }, index) => [id, letters(index)])),
    principle: namer("principle", things.principle.map(({ id }, index) => [id, String(index + 1)])),
    passage: namer("passage", things.passage.map(({ id }, index) => [id, String(index + 1)])),
  };
}

function namer(kind: Ref["kind"], labels: readonly (readonly [string, string])[]): (id: string) => Ref {
  const refs = new Map(labels.map(([id, label]) => [id, { kind, anchor: `${kind}-${label.toLowerCase()}`, label }]));
  return (id) => {
    const ref = refs.get(id);
    if (!ref) throw new Error(`No ${kind} ${id} in this report`);
    return ref;
  };
}

/** 0 → "A", 25 → "Z", 26 → "AA". */
function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}
