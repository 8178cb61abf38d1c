/** `npm run dev`: the server from source, started again when its files change; pages change in place. */
import { spawn } from "node:child_process";

import { giveUp, packaged, ROOT } from "./progress.mjs";
import { checkNode, generate, install } from "./ready.mjs";

try {
  checkNode();
  await install();
  await generate();
} catch (error) {
  giveUp(error);
}
const [program = "", ...args] = packaged("tsx/dist/cli.mjs", "watch", "--clear-screen=false", "server/index.ts");
const child = spawn(program, args, { cwd: ROOT, stdio: "inherit", env: { ...process.env, NODE_ENV: "development" } });
// Ctrl+C reaches the child by itself; it ends first, and we with it.
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) process.on(signal, () => signal === "SIGTERM" && child.kill(signal));
child.once("exit", (code) => process.exit(code ?? 1));
