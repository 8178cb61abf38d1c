/** A store of a test's own with a hub on it, closed when the test file has run: all that a desk stands on. */
import { afterAll } from "vitest";

import type { Secrets } from "#app/context.server.ts";
import { createHub } from "#server/live/hub.ts";

import { scratchDatabase } from "./database.ts";
import { testOptions } from "./hub.ts";

export async function scratchHouse() {
  const { db, pool, close } = await scratchDatabase();
  const hub = createHub(testOptions(pool, "", { rights: "write", board: null, strangers: new Set() }));
  afterAll(async () => {
    await hub.stop();
    await close();
  });
  const secrets: Secrets = { hostKey: new Uint8Array(32).fill(5), cookieSecret: "a secret that signs nothing here" };
  return { db, pool, live: hub.live, secrets, disclosureMinimum: 3 };
}
