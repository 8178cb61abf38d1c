/** The network between browsers and a server, in our hands: a TCP proxy that can be cut and mended. */
import { connect, createServer, type Server, type Socket } from "node:net";

export class BrokenLine {
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;
  #isCut = false;

  /** Carries bytes from port `from` of this machine to port `to`, or to the socket that is the file `to`. */
  private constructor(readonly from: number, to: number | string) {
    this.#server = createServer((near) => this.#carry(near, to));
  }

  static async between(from: number, to: number | string): Promise<BrokenLine> {
    const line = new BrokenLine(from, to);
    await new Promise<void>((resolve) => line.#server.listen(from, "127.0.0.1", resolve));
    return line;
  }

  /** What is on its way is lost, and nobody comes through. */
  cut(): void {
    this.#isCut = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  mend(): void {
    this.#isCut = false;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #carry(near: Socket, to: number | string): void {
    if (this.#isCut) return void near.destroy();
    const far = typeof to === "string" ? connect(to) : connect(to, "127.0.0.1");
    this.#pipe(near, far);
    this.#pipe(far, near);
  }

  #pipe(from: Socket, into: Socket): void {
    this.#sockets.add(from);
    from.pipe(into);
    // A line that was cut ends in an error at both ends; that is what it is for.
    from.on("error", () => into.destroy());
    from.on("close", () => {
      into.destroy();
      this.#sockets.delete(from);
    });
  }
}
