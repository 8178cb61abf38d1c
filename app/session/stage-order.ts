/** The ids with one of them brought to a place, 1 for the first. A place beyond the ends is the end. */
export function placed(ids: readonly string[], id: string, place: number): string[] {
  const others = ids.filter((other) => other !== id);
  if (others.length === ids.length) return [...ids];
  others.splice(Math.max(0, place - 1), 0, id);
  return others;
}
