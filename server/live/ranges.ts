/** Ranges of clocks by clientID: which characters and values of a document are meant. */
export class Ranges {
  readonly #byClient = new Map<number, [from: number, to: number][]>();

  add(client: number, clock: number, length: number): void {
    const known = this.#byClient.get(client) ?? [];
    known.push([clock, clock + length]);
    this.#byClient.set(client, known);
  }

  has(client: number, clock: number): boolean {
    return this.#byClient.get(client)?.some(([from, to]) => clock >= from && clock < to) ?? false;
  }

  /** Which parts of a run are meant, as offsets in it, in order. No range is added twice, so none overlap. */
  within(client: number, clock: number, length: number): [from: number, to: number][] {
    const found = (this.#byClient.get(client) ?? [])
      .map(([from, to]): [number, number] => [Math.max(from, clock) - clock, Math.min(to, clock + length) - clock])
      .filter(([from, to]) => from < to)
      .sort(([a], [b]) => a - b);
    return found;
  }
}
