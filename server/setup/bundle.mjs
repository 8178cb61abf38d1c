import { build } from "esbuild";

import { ROOT } from "./progress.mjs";

/**
 * One bundle of our own files a program, run by Node alone; packages stay outside, so that there is one yjs. Rejects when one does
 * not compile, after saying why.
 * @param {Readonly<Record<string, string>>} programs Files by the name of the bundle.
 * @param {string} folder Where the bundles go. Must lie in the project, for the packages to be found.
 */
export async function bundle(programs, folder) {
  await build({
    absWorkingDir: ROOT,
    entryPoints: { ...programs },
    outdir: folder,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    external: ["../build/*"],
    define: { "process.env.NODE_ENV": '"production"' },
    sourcemap: true,
    logLevel: "warning",
  });
}
