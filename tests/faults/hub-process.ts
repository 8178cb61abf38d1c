/** A hub in a process of its own, to be killed: `node --import tsx hub-process.ts <database url> <session id> <port>`. */
import { createServer } from "node:http";

import pg from "pg";

import { createHub } from "#server/live/hub.ts";
import { testOptions } from "#tests/seats.ts";

const [url, sessionId = "", port] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: url, max: 6 });
pool.on("error", () => {});
const hub = createHub(testOptions(pool, sessionId, { rights: "write", board: {}, strangers: new Set() }));
const server = createServer((_req, res) => res.writeHead(404).end());
server.on("upgrade", (req, socket, head) => hub.upgrade(req, socket, head) || socket.destroy());
server.listen(Number(port), "127.0.0.1", () => process.stdout.write("ready\n"));
process.once("SIGTERM", () => void hub.stop(200).then(() => process.exit(0)));
