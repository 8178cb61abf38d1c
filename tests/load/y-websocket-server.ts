/** The server that y-websocket 2 brings along, as its own `bin/server.cjs` starts it. */
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import path from "node:path";

import { WebSocketServer } from "ws";

import { reportToBench } from "./report-to-bench.ts";

// It is CommonJS throughout; its yjs and ours must be the one that `require` finds.
const require = createRequire(import.meta.url);
const Y = require("yjs") as typeof import("yjs");
const stock = require("y-websocket-stock/bin/utils") as {
  setupWSConnection: (socket: unknown, request: unknown) => void;
  setPersistence: (persistence: object) => void;
};
const seeds = process.env.SEEDS!;

stock.setPersistence({
  provider: null,
  bindState(name: string, doc: import("yjs").Doc) {
    const seed = path.join(seeds, path.basename(name));
    if (existsSync(seed)) Y.applyUpdate(doc, readFileSync(seed));
  },
  writeState: () => Promise.resolve(),
});

const sockets = new WebSocketServer({ noServer: true });
sockets.on("connection", stock.setupWSConnection);
const server = createServer((_, response) => response.end("okay"));
server.on("upgrade", (request, socket, head) => sockets.handleUpgrade(request, socket, head, (opened) => sockets.emit("connection", opened, request)));

reportToBench(server);
