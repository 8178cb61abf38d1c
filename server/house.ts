/** The running house: parts, pages, sockets, built in order; and taken down people first. */
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";

import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import type { Logger } from "pino";
import type { ViteDevServer } from "vite";

import type { Env } from "#app/env.server.ts";
import { removeWaiting } from "#app/erasing/removal.server.ts";
import { firstInvitation } from "#app/host/invitation.server.ts";

import { StoreRefusal } from "./database/refusal.ts";
import { createHttp } from "./http.ts";
import { startWatch } from "./operations/watch.ts";
import { originsOf } from "./origins.ts";
import { openParts } from "./parts.ts";
import { makeDemonstration } from "./setup/demonstration/make.ts";

/** At a stop, pages are sent to the next process one after the other: a thousand in ten seconds, three at once. */
const SPREAD_MS_PER_SOCKET = 10;
const SPREAD_MS_MOST = 10_000;

/** What was erased while something read the tables is tried again so often: a backup takes minutes. */
const REMOVAL_EVERY_MS = 60_000;

export interface House {
  readonly log: Logger;
  /** Pages are sent to the next process over ten seconds at the most, or over so many milliseconds. */
  close(spreadMsMost?: number): Promise<void>;
}

/** Takes the port first, so that a second Ymholi says so at once; opens the store, builds the parts, and prints where. An empty store gets the demonstration. */
export async function openHouse(env: Env): Promise<House> {
  let answer: RequestListener = (_req, res) => void res.writeHead(503, { "Retry-After": "2" }).end("Ymholi is starting · Mae Ymholi yn dechrau\n");
  const server = createServer((req, res) => answer(req, res));
  const origins = originsOf({ publicOrigin: env.PUBLIC_ORIGIN, port: await listen(server, env.PORT) });
  const { parts, hub, database, log, close } = await openParts(env, origins, { say: console.log });
  const stopRemoving = keepRemoving(parts, log);
  const watch = await startWatch({ env, pool: database.pool, hub, log, say: console.log });
  if (await isUntouched(parts)) await makeDemonstration(parts);
  const vite = env.NODE_ENV === "production" ? undefined : await viteFor(server);
  answer = createHttp({ origins, context: parts, build: await pages(vite), vite, log, ...watch });
  server.on("upgrade", (req, socket, head) => {
    if (hub.upgrade(req, socket, head)) watch.metrics.countBytes(socket);
    else if (!vite) socket.destroy();
  });
  greet(origins.main, await firstInvitation(parts.db));
  const closeHouse = async (spreadMsMost = SPREAD_MS_MOST) => {
    server.close();
    stopRemoving();
    await close(Math.min(spreadMsMost, hub.figures().sockets * SPREAD_MS_PER_SOCKET));
    watch.close();
    server.closeAllConnections();
    await vite?.close();
  };
  return { log, close: closeHouse };
}

/** Removes, sooner or later, the bytes of what was erased. Answers how to end that. */
function keepRemoving(parts: Pick<AppLoadContext, "db" | "live">, log: Logger): () => void {
  const again = setInterval(() => void removeWaiting(parts).catch((error: unknown) => log.error({ err: error }, "removal")), REMOVAL_EVERY_MS);
  return () => clearInterval(again);
}

/** Nobody has an account and nothing was made: the first start, or one that was cut short before the demonstration stood. */
async function isUntouched({ db }: Pick<AppLoadContext, "db">): Promise<boolean> {
  return (await db.enquiry.count()) + (await db.facilitator.count()) === 0;
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === "EADDRINUSE";
      reject(isTaken ? new StoreRefusal("in-use", `Something else is listening on port ${port} already, perhaps another Ymholi. Stop it, or choose another port: PORT=${port + 1} npm start`, error) : error);
    });
    // Many phones knock at the same moment when a code is shown.
    server.listen({ port, backlog: 4096 }, resolve);
  });
  // Listening on a port always gives an AddressInfo.
  return (server.address() as AddressInfo).port;
}

async function viteFor(server: Server): Promise<ViteDevServer> {
  const { createServer: createVite } = await import("vite");
  return createVite({ server: { middlewareMode: true, hmr: { server } } });
}

/** Remix's build: made beforehand in production, made as asked for while developing. */
async function pages(vite: ViteDevServer | undefined): Promise<ServerBuild | (() => Promise<ServerBuild>)> {
  // Remix gives its build no type of its own.
  if (vite) return () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>;
  return (await import(new URL("../build/server/index.js", import.meta.url).href)) as ServerBuild;
}

function greet(origin: string, invitation: string | null): void {
  console.log(`\nYmholi is at ${origin}\n`);
  if (invitation) console.log(`Make the first facilitator's account here, once:\n${origin}/invitation/${invitation}\n`);
}
