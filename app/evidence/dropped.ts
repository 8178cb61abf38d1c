/** What pasting leaves behind, counted by kind, so that the page can say it. */
import * as z from "zod/mini";

export const droppedKinds = ["pictures", "tables", "links", "others"] as const;
export type DroppedKind = (typeof droppedKinds)[number];

const count = z.optional(z.coerce.number().check(z.int(), z.minimum(0), z.maximum(9999)));
export const droppedSchema = z.object({ pictures: count, tables: count, links: count, others: count });
/** A kind that is not named was not dropped. */
export type Dropped = z.infer<typeof droppedSchema>;

export function joinDropped(one: Dropped, other: Dropped): Dropped {
  return Object.fromEntries(droppedKinds.map((kind) => [kind, (one[kind] ?? 0) + (other[kind] ?? 0)]));
}

/** "pictures=2&tables=1": for an address. Empty when nothing was dropped. */
export function droppedToQuery(dropped: Dropped): string {
  return new URLSearchParams(named(dropped).map(({ kind, count: times }) => [kind, String(times)])).toString();
}

/** Reads `droppedToQuery` back; rubbish is nothing dropped. */
export function droppedFromQuery(query: string): Dropped {
  const read = droppedSchema.safeParse(Object.fromEntries(new URLSearchParams(query)));
  return read.success ? read.data : {};
}

/** The kinds of which something was dropped, with how many. */
export function named(dropped: Dropped): { readonly kind: DroppedKind; readonly count: number }[] {
  return droppedKinds.flatMap((kind) => ((dropped[kind] ?? 0) > 0 ? [{ kind, count: dropped[kind] ?? 0 }] : []));
}
