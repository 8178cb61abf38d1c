/** Handshakes that fail are counted by network; whoever failed too often is looked at one at a time. Successes never count: a whole council shares one address. */
import { Bucket } from "./bucket.ts";
import { FAILED_KNOCKS_BURST, FAILED_KNOCKS_PER_SECOND, KNOCKERS_MOST, KNOCKS_WAITING } from "./limits.ts";

/** One network that failed of late. */
interface Knocker {
  readonly failures: Bucket;
  turn: Promise<unknown>;
  waiting: number;
}

/** One for a node. `now` in milliseconds. */
export class Knocks {
  readonly #knockers = new Map<string, Knocker>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Looks at a handshake from this network: at once, or in turn. False when too many wait already: nothing was looked at. Throws what `look` throws. */
  async look(network: string, look: () => Promise<void>): Promise<boolean> {
    const knocker = this.#knockers.get(network);
    if (!knocker || knocker.failures.wait(this.now()) === 0) {
      await look();
      return true;
    }
    if (knocker.waiting >= KNOCKS_WAITING) return false;
    knocker.waiting++;
    const mine = knocker.turn.then(look).finally(() => knocker.waiting--);
    knocker.turn = mine.catch(() => undefined);
    await mine;
    return true;
  }

  failed(network: string): void {
    const known = this.#knockers.get(network);
    const knocker = known ?? { failures: new Bucket(FAILED_KNOCKS_BURST, FAILED_KNOCKS_PER_SECOND, this.now()), turn: Promise.resolve(), waiting: 0 };
    knocker.failures.spend(1, this.now());
    // Last in the order of the map: who failed longest ago is forgotten first.
    this.#knockers.delete(network);
    this.#knockers.set(network, knocker);
    const [oldest] = this.#knockers.keys();
    if (this.#knockers.size > KNOCKERS_MOST && oldest !== undefined) this.#knockers.delete(oldest);
  }
}
