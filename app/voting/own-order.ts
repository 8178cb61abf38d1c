/** A person's own order while they make it: every step is a tap or a key, none needs dragging. */
import type { Ranking } from "./round.ts";

/** Puts a candidate last in the order. Nothing happens when it is there, or the order is full. */
export function withAdded(order: Ranking, id: string, choose: number): Ranking {
  return order.includes(id) || order.length >= choose ? order : [...order, id];
}

export function withRemoved(order: Ranking, id: string): Ranking {
  return order.filter((other) => other !== id);
}

/** Moves a candidate one place up or down. Nothing happens at the end of the order. */
export function withMoved(order: Ranking, id: string, direction: "up" | "down"): Ranking {
  const from = order.indexOf(id);
  const to = from + (direction === "up" ? -1 : 1);
  if (from === -1 || to < 0 || to >= order.length) return order;
  const others = withRemoved(order, id);
  return [...others.slice(0, to), id, ...others.slice(to)];
}
