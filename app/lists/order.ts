/** Where an item stands: fractional keys, so that a move writes the moved item alone and two moves at once merge. */
import { generateKeyBetween, generateNKeysBetween } from "fractional-indexing";

export interface Placed {
  readonly id: string;
  /** Fractional key. Two items may have the same one (two people added at once). */
  readonly order: string;
}

/** By key, equal keys by id: every replica shows the same order. */
export function byOrder(a: Placed, b: Placed): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/**
 * The keys to write so that `id` stands at `place` (0 is first; beyond the end is last) among `items`,
 * which come in order. One key, save where equal or unreadable keys leave no room: then its neighbours' too.
 */
export function keysToPlace(items: readonly Placed[], id: string, place: number): Placed[] {
  const others = items.filter((item) => item.id !== id);
  const at = Math.max(0, Math.min(place, others.length));
  if (!others.every(({ order }) => isKey(order))) return allKeysAfresh(others, id, at);
  const before = others[at - 1]?.order ?? null;
  let end = at;
  while (end < others.length && others[end]?.order === before) end += 1;
  const ids = [id, ...others.slice(at, end).map((other) => other.id)];
  return zip(ids, generateNKeysBetween(before, others[end]?.order ?? null, ids.length));
}

/** Keys that nobody's Ymholi wrote would throw for ever; the whole list gets new ones instead. */
function allKeysAfresh(others: readonly Placed[], id: string, at: number): Placed[] {
  const ids = [...others.slice(0, at), { id }, ...others.slice(at)].map((item) => item.id);
  return zip(ids, generateNKeysBetween(null, null, ids.length));
}

function zip(ids: readonly string[], orders: readonly string[]): Placed[] {
  return ids.map((id, index) => ({ id, order: orders[index] ?? "" }));
}

function isKey(order: string): boolean {
  if (!/^[A-Za-z][0-9A-Za-z]*$/.test(order)) return false;
  try {
    generateKeyBetween(order, null);
    return true;
  } catch {
    // The package has no other way to ask; whatever it says, the key cannot be used.
    return false;
  }
}

/**
 * The order to show while somebody writes in the list: their box must not move from under them, so
 * everything stays as `before` (ids), and what is new comes in after the neighbour it follows in `now`.
 */
export function heldOrder<T extends { readonly id: string }>(before: readonly string[], now: readonly T[]): T[] {
  const byId = new Map(now.map((item) => [item.id, item]));
  const shown = before.flatMap((id) => byId.get(id) ?? []);
  now.forEach((item, index) => {
    if (before.includes(item.id)) return;
    const neighbour = now[index - 1];
    shown.splice(neighbour ? shown.indexOf(neighbour) + 1 : 0, 0, item);
  });
  return shown;
}
