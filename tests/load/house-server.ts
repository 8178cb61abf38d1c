/**
 * The house without its pages, in a process of its own: real desk, real seats, real noticeboard, on a session of as
 * many members as are asked for. `POST /session` with their number makes it and answers with the seats;
 * `POST /decide` brings all to another stage and answers how many transactions the store has done in all.
 */
import { createServer, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";

import { readEnv } from "#app/env.server.ts";
import { move } from "#app/session/desk.server.ts";
import { seatMember } from "#app/session/seat.server.ts";
import { openParts } from "#server/parts.ts";
import { aMember, aSession, asSent, aTeam, nothingNeeded } from "#tests/session-rows.ts";

import { reportToBench } from "./report-to-bench.ts";

/** What a benchmark is told of the session it asked for. */
export interface SeatedSession {
  readonly sessionId: string;
  /** A Cookie header for each member. */
  readonly cookies: readonly string[];
}

const main = "http://127.0.0.1";
const env = readEnv({ ...process.env, DATA_DIR: process.env.SEEDS, YMHOLI_SECRET: crypto.randomUUID() });
const origins = { allows: (origin: string | undefined, host: string | undefined) => origin === `http://${host}`, of: () => main, main, behindProxy: false };
const { parts, hub, database, close } = await openParts(env, origins);
const desk = { db: parts.db, live: parts.live };
let session: Awaited<ReturnType<typeof aSession>> | null = null;
let decisions = 0;

async function makeSession(members: number): Promise<SeatedSession> {
  const { enquiryId } = await aTeam(parts.db);
  session = await aSession(parts.db, enquiryId, { state: "open" });
  const cookies: string[] = [];
  for (let i = 0; i < members; i++) {
    const memberId = await aMember(parts.db, session.id, { name: `Member ${i}` });
    cookies.push(asSent(await seatMember(parts.db, { memberId, cookies: null, origin: main })));
  }
  return { sessionId: session.id, cookies };
}

async function decide(): Promise<number> {
  if (!session) throw new Error("There is no session yet.");
  await move(desk, session.id, { move: "goTo", stageId: session.stageIds[decisions++ % session.stageIds.length] ?? "" }, nothingNeeded);
  const { rows } = await database.pool.query<{ done: string }>("SELECT xact_commit AS done FROM pg_stat_database WHERE datname = current_database()");
  return Number(rows[0]?.done);
}

async function answer(request: IncomingMessage): Promise<unknown> {
  return request.url === "/session" ? makeSession(Number(await text(request))) : decide();
}

const server = createServer((request, response) => {
  answer(request).then((json) => response.end(JSON.stringify(json)), (error: unknown) => response.writeHead(500).end(String(error)));
});
server.on("upgrade", (request, socket, head) => hub.upgrade(request, socket, head) || socket.destroy());

reportToBench(server, { stop: () => close() });
