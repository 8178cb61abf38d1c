/** Ymholi's process: open the store, build the parts once, listen, stop with grace. */
import { readEnv } from "#app/env.server.ts";

import { StoreRefusal } from "./database/refusal.ts";
import { openHouse } from "./house.ts";
import { createLastResort } from "./operations/last-resort.ts";

/** A stop that takes longer than this is cut short: what was acknowledged is on disk by then, and all pages have been sent away, also when the store hangs. */
const STOP_PATIENCE_MS = 15_000;

try {
  const house = await openHouse(readEnv());
  const lastResort = createLastResort(house);
  process.on("uncaughtException", lastResort);
  process.on("unhandledRejection", lastResort);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      setTimeout(() => process.exit(1), STOP_PATIENCE_MS).unref();
      void house.close().then(() => process.exit(0));
    });
  }
} catch (error) {
  // A refusal is a sentence for the host; anything else is a fault of ours, told whole.
  console.error(error instanceof StoreRefusal ? `\n${error.message}\n` : error);
  process.exit(1);
}
