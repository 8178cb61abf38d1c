/** Everything that is decided before a socket is a socket: path, Origin, seat, and that there is such a document. */
import { STATUS_CODES, type IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";

import { WebSocket } from "ws";

import { closeCodes } from "#app/live/codes.ts";

/** An upgrade as Node hands it over. */
export interface Upgrade {
  readonly req: IncomingMessage;
  readonly socket: Duplex;
  readonly head: Buffer;
}

export type Address =
  | { readonly to: "document"; readonly id: string; readonly asks: URLSearchParams }
  | { readonly to: "session"; readonly id: string; readonly asks: URLSearchParams };

const path = /^\/live\/(document|session)\/([A-Za-z0-9_-]{1,64})(?:\?(.*))?$/;

/** "elsewhere": none of ours, leave it alone. Null: under /live, but nothing is there. */
export function addressOf(url: string | undefined): Address | null | "elsewhere" {
  if (url !== "/live" && !url?.startsWith("/live/")) return "elsewhere";
  const [, to, id, asks] = path.exec(url) ?? [];
  if (!to || !id) return null;
  return { to: to === "document" ? "document" : "session", id, asks: new URLSearchParams(asks ?? "") };
}

/** How an upgrade is refused: not from our pages, nothing there for this browser, too many of this member or network, no room or no store now. */
export type Refusal = 403 | 404 | 429 | 503;

/** Answers an upgrade that is not to be, and ends the connection. */
export function turnAway(socket: Duplex, status: Refusal): void {
  const reason = STATUS_CODES[status] ?? "";
  socket.end(`HTTP/1.1 ${status} ${reason}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** Browsers always send Origin with an upgrade; one that is missing or another's is refused. */
export function isOurs(req: IncomingMessage, allowsOrigin: (origin: string, host: string) => boolean): boolean {
  const { origin, host } = req.headers;
  return origin !== undefined && host !== undefined && allowsOrigin(origin, host);
}

/** The clientID a socket asks to go on with; null when it asks for none, or for something that is none. */
export function askedClient(asks: URLSearchParams): number | null {
  const asked = Number(asks.get("client") ?? Number.NaN);
  return Number.isInteger(asked) && asked > 0 && asked < 2 ** 32 ? asked : null;
}

interface Followed {
  readonly receive: (frame: Uint8Array) => void;
  readonly closed: () => void;
  readonly onError: (error: unknown) => void;
}

/** Listens to a socket: binary frames only, and nothing a frame does may end the process. */
export function follow(ws: WebSocket, { receive, closed, onError }: Followed): void {
  ws.on("error", () => ws.terminate());
  ws.on("close", closed);
  ws.on("message", (data, isBinary) => {
    // Closed from here, and what was on its way still comes: it is not taken.
    if (ws.readyState !== WebSocket.OPEN) return;
    if (!isBinary || !(data instanceof Buffer)) return ws.close(closeCodes.unreadable, "binary frames only");
    try {
      receive(data);
    } catch (error) {
      onError(error);
      ws.close(closeCodes.unreadable);
    }
  });
}
