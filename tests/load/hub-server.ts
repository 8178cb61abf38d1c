/**
 * Our hub as the house builds it, in a process of its own: gate, attested authorship, one durable commit a tick.
 * Only the desk is left out: seats are taken from the cookie's word.
 */
import { createServer } from "node:http";

import pg from "pg";

import { createHub } from "#server/live/hub.ts";

import { reportToBench } from "./report-to-bench.ts";

// As the house has it for its hub; Prisma is the desk's.
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL!, max: 5, options: "-c timezone=UTC -c synchronous_commit=on" });
const sessionId = process.env.SESSION_ID!;
const { REDIS_URL: redisUrl } = process.env;

const hub = createHub({
  pool,
  secret: new Uint8Array(32).fill(7),
  boardOf: () => Promise.resolve({ stage: "one" }),
  peopleOf: () => Promise.resolve([]),
  admit: (cookies) => Promise.resolve({ memberId: memberIn(cookies), credential: credentialIn(cookies), sessionId, rights: "write", role: "participant" }),
  admitToBoard: (cookies) => Promise.resolve({ memberId: memberIn(cookies), credential: credentialIn(cookies) }),
  ended: () => Promise.resolve([]),
  networkOf: () => "hall",
  rightsIn: () => Promise.resolve(() => "write"),
  allowsOrigin: (origin, host) => origin === `http://${host}`,
  ...(redisUrl && { redisUrl }),
});

const server = createServer((_, response) => response.writeHead(404).end());
server.on("upgrade", (request, socket, head) => hub.upgrade(request, socket, head) || socket.destroy());

reportToBench(server, {
  async backends() {
    const { rows } = await pool.query<{ pid: number }>("SELECT pid FROM pg_stat_activity WHERE datname = current_database()");
    return rows.map((row) => row.pid);
  },
  async stop() {
    await hub.stop();
    await pool.end();
  },
});

function memberIn(cookies: string): string {
  return /member=([\w-]+)/.exec(cookies)?.[1] ?? "";
}

function credentialIn(cookies: string) {
  return { kind: "seat", tokenHash: cookies, memberId: memberIn(cookies) } as const;
}
