/**
 * A hub in a process of its own, to be killed and weighed: `node --import tsx hub-process.ts <store> <session id> <port>
 * [redis url]`. The store is a database's address, or a folder, in which the bundled PostgreSQL is then kept. Says "ready
 * on <port> <database's address>". Answers GET /weight with what it weighed at the most since it was last asked, and any
 * other request with what it refused, by reason.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";

import pg from "pg";

import { openDatabase } from "#server/database/open.ts";
import { createHub } from "#server/live/hub.ts";
import { testOptions } from "#tests/seats.ts";

import type { Weight } from "./hub-child.ts";

const [store = "", sessionId = "", port, redisUrl] = process.argv.slice(2);
const url = store.startsWith("/") ? (await openDatabase({ DATA_DIR: store, DATABASE_URL: undefined }, { say: () => undefined })).url : store;
const pool = new pg.Pool({ connectionString: url, max: 6 });
pool.on("error", () => {});
const desk = { rights: "write", board: {}, strangers: new Set<string>() } as const;
const hub = createHub({ ...testOptions(pool, sessionId, desk), ...(redisUrl && { redisUrl }) });

const light: Weight = { memory: 0, backlog: 0, sockets: 0 };
let most = light;
setInterval(() => (most = { ...most, memory: Math.max(most.memory, process.memoryUsage.rss()) }), 20).unref();

/** Notes how much waits for a socket each time that something is written to it. */
function weigh(socket: Duplex): void {
  // Its overloads differ in what they are given, which is passed on as it came.
  const write = socket.write.bind(socket) as (...given: unknown[]) => boolean;
  socket.write = (...given: unknown[]) => {
    const goesOn = write(...given);
    most = { ...most, backlog: Math.max(most.backlog, socket.writableLength) };
    return goesOn;
  };
}

function weight(): Weight {
  const weighed = { ...most, sockets: hub.figures().sockets };
  most = { ...light, memory: process.memoryUsage.rss() };
  return weighed;
}

const server = createServer((req, res) => res.end(JSON.stringify(req.url === "/weight" ? weight() : hub.refusals())));
server.on("upgrade", (req, socket, head) => {
  weigh(socket);
  if (!hub.upgrade(req, socket, head)) socket.destroy();
});
server.listen(Number(port), "127.0.0.1", () => process.stdout.write(`ready on ${(server.address() as AddressInfo).port} ${url}\n`));
process.once("SIGTERM", () => void hub.stop(200).then(() => process.exit(0)));
