/** Hocuspocus as its package ships it, nothing kept on disk. FLUSH_DELAY, in milliseconds, changes its one knob for crowds. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

import { Server } from "@hocuspocus/server";
import * as Y from "yjs";

import { reportToBench } from "./report-to-bench.ts";

const seeds = process.env.SEEDS!;
const { FLUSH_DELAY } = process.env;

const hocuspocus = new Server({
  quiet: true,
  stopOnSignals: false,
  ...(FLUSH_DELAY && { flushDelay: Number(FLUSH_DELAY) }),
  onLoadDocument({ document, documentName }) {
    const seed = path.join(seeds, path.basename(documentName));
    if (existsSync(seed)) Y.applyUpdate(document, readFileSync(seed));
    return Promise.resolve();
  },
});

reportToBench(hocuspocus.httpServer);
