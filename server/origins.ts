/** Which addresses are ours: PUBLIC_ORIGIN when it is set, else this machine's own names at our port. */
import { networkInterfaces } from "node:os";

export interface Origins {
  /** True when an Origin header names us. `host` is the request's Host header: the two must agree. */
  allows(origin: string | undefined, host: string | undefined): boolean;
  /** What links in a page answered for this Host begin with. */
  of(host: string | undefined): string;
  /** The address to print at the start. */
  readonly main: string;
  /** A proxy stands in front of us: PUBLIC_ORIGIN is https, and we speak http. */
  readonly behindProxy: boolean;
}

/** From PUBLIC_ORIGIN, or from the port and the addresses that this machine has at the moment of asking. */
export function originsOf({ publicOrigin, port }: { publicOrigin: string | undefined; port: number }): Origins {
  if (publicOrigin) {
    return { allows: (origin) => origin === publicOrigin, of: () => publicOrigin, main: publicOrigin, behindProxy: publicOrigin.startsWith("https:") };
  }
  const main = `http://localhost:${port}`;
  // An address of this machine, never a name from outside: a rebound DNS name is refused.
  const own = () => new Set(["localhost", ...addressesOfThisMachine()].map((name) => `${name}:${port}`));
  return {
    allows: (origin, host) => host !== undefined && own().has(host) && origin === `http://${host}`,
    of: (host) => (host !== undefined && own().has(host) ? `http://${host}` : main),
    main,
    behindProxy: false,
  };
}

function addressesOfThisMachine(): string[] {
  const found = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return found.map(({ address, family }) => (family === "IPv6" ? `[${address}]` : address));
}
