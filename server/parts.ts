/** What both the running house and the commands are built on: store, secrets, limits, hub. */
import type { AppLoadContext } from "@remix-run/node";
import type { Logger } from "pino";

import type { Env } from "#app/env.server.ts";
import { endedCredentials } from "#app/session/credential.server.ts";
import { peopleOf } from "#app/session/people.server.ts";
import { admitToDocument, admitToSession, standingOf } from "#app/stages/admission.server.ts";
import { boardOf } from "#app/stages/board.server.ts";
import { rightsInDocument } from "#app/stages/document-rights.ts";

import { openDatabase, type Database, type OpenOptions } from "./database/open.ts";
import { readSecrets } from "./database/secret.ts";
import { createLimits, networkOfRequest } from "./limits.ts";
import { createHub, type Hub, type HubOptions } from "./live/hub.ts";
import { createLog } from "./operations/log.ts";
import type { Origins } from "./origins.ts";

export interface OpenParts {
  readonly parts: Pick<AppLoadContext, "db" | "live" | "secrets" | "limits" | "disclosureMinimum">;
  readonly hub: Hub;
  readonly database: Database;
  readonly log: Logger;
  /** What was taken goes to disk, then everything is let go. Pages are sent away over so many milliseconds; at once unless given. */
  close(spreadMs?: number): Promise<void>;
}

/** Opens the store (starting the bundled one if need be) and builds what stands on it. Throws StoreRefusal. */
export async function openParts(env: Env, origins: Origins, options?: OpenOptions): Promise<OpenParts> {
  const database = await openDatabase(env, options);
  const secrets = await readSecrets(env);
  const { limits, close: closeLimits } = createLimits(env.REDIS_URL);
  const log = createLog({ level: env.NODE_ENV === "test" ? "silent" : env.LOG_LEVEL });
  const hub = createHub({
    ...answersOf(database), log, secret: secrets.hostKey, allowsOrigin: origins.allows, redisUrl: env.REDIS_URL,
    networkOf: (req) => networkOfRequest(req, origins),
  });
  const close = async (spreadMs?: number) => {
    await hub.stop(spreadMs);
    closeLimits();
    await database.close();
  };
  return { parts: { db: database.db, live: hub.live, secrets, limits, disclosureMinimum: env.DISCLOSURE_MINIMUM }, hub, database, log, close };
}

/** What the hub asks the desk. */
function answersOf({ db, pool }: Database): Omit<HubOptions, "log" | "secret" | "allowsOrigin" | "networkOf" | "redisUrl"> {
  return {
    pool,
    boardOf: (sessionId) => boardOf(db, sessionId),
    peopleOf: (sessionId) => peopleOf(db, sessionId),
    admit: (cookies, documentId) => admitToDocument(db, cookies, documentId),
    admitToBoard: (cookies, sessionId) => admitToSession(db, cookies, sessionId),
    ended: (credentials) => endedCredentials(db, credentials),
    rightsIn: async (sessionId) => {
      const standing = await standingOf(db, sessionId);
      return (question) => (standing ? rightsInDocument(standing, question) : "none");
    },
  };
}
