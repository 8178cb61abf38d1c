/** A hub in a process of its own, to be killed: `node --import tsx hub-process.ts <database url> <session id> <port> [redis url]`. Answers any request with what it refused, by reason. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import pg from "pg";

import { createHub } from "#server/live/hub.ts";
import { testOptions } from "#tests/seats.ts";

const [url, sessionId = "", port, redisUrl] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: url, max: 6 });
pool.on("error", () => {});
const desk = { rights: "write", board: {}, strangers: new Set<string>() } as const;
const hub = createHub({ ...testOptions(pool, sessionId, desk), ...(redisUrl && { redisUrl }) });
const server = createServer((_req, res) => res.end(JSON.stringify(hub.refusals())));
server.on("upgrade", (req, socket, head) => hub.upgrade(req, socket, head) || socket.destroy());
server.listen(Number(port), "127.0.0.1", () => process.stdout.write(`ready on ${(server.address() as AddressInfo).port}\n`));
process.once("SIGTERM", () => void hub.stop(200).then(() => process.exit(0)));
