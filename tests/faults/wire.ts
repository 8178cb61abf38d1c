/** A line between two ends that can be cut, made to hang, and led elsewhere: TCP, on a port of its own. */
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

export interface Wire {
  readonly port: number;
  /** From now on new connections end here; those there are break. */
  leadTo(port: number): void;
  /** Breaks what goes through, and lets nothing through until `mend`. */
  cut(): void;
  /** Lets nothing through, and neither end is told. */
  hang(): void;
  mend(): void;
  close(): Promise<void>;
}

export async function layWire(target: number): Promise<Wire> {
  const ends = new Set<Socket>();
  let state: "whole" | "cut" | "hanging" = "whole";
  let to = target;

  function follow(end: Socket): void {
    ends.add(end);
    end.on("error", () => end.destroy());
    end.on("close", () => ends.delete(end));
  }

  const server = createServer((near) => {
    follow(near);
    if (state === "cut") return void near.destroy();
    const far = connect(to, "127.0.0.1");
    follow(far);
    near.pipe(far).pipe(near);
    for (const [one, other] of [[near, far], [far, near]] as const) one.on("close", () => other.destroy());
    if (state === "hanging") for (const end of [near, far]) end.unpipe().pause();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  function breakAll(): void {
    for (const end of ends) end.destroy();
  }

  return {
    // A server on a port always has such an address.
    port: (server.address() as AddressInfo).port,
    leadTo(port) {
      to = port;
      breakAll();
    },
    cut() {
      state = "cut";
      breakAll();
    },
    hang() {
      state = "hanging";
      for (const end of ends) end.unpipe().pause();
    },
    mend() {
      state = "whole";
      // What was lost on the way stays lost: both ends begin afresh.
      breakAll();
    },
    async close() {
      breakAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
