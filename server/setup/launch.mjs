/** From a fresh checkout to a running program, in this very process: nothing is forwarded, nothing is lost on the way. */
import { pathToFileURL } from "node:url";

import { giveUp, ROOT } from "./progress.mjs";
import { build, checkNode, install } from "./ready.mjs";

/**
 * Installs and builds what is missing, then runs `build/<program>.js` with this process's arguments.
 * @param {"server" | "seed" | "record"} program
 */
export async function launch(program) {
  await makeReady();
  // Read by React and Remix when they are loaded, which happens only now.
  process.env.NODE_ENV = "production";
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(`${ROOT}build/${program}.js`).href);
}

async function makeReady() {
  try {
    checkNode();
    process.chdir(ROOT);
    await install();
    await build();
  } catch (error) {
    giveUp(error);
  }
}
