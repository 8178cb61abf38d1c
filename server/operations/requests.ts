/** Every page asked for: counted, and told at "info" by the pattern of its address, never by the address itself. */
import type { ServerBuild } from "@remix-run/node";
import type { NextFunction, Request, RequestHandler, Response } from "express";
import type { Logger } from "pino";

import type { Metrics } from "./metrics.ts";

/** Tells of each request when it has been answered. `words` are the fixed parts of our addresses, as `wordsOfAddresses` finds them. */
export function tellRequests({ log, metrics, words }: { log: Pick<Logger, "info">; metrics: Metrics; words: ReadonlySet<string> }): RequestHandler {
  return (req: Request, res: Response, next: NextFunction) => {
    const started = performance.now();
    // Read now: Express changes it on the way.
    const route = patternOf(req.path, words);
    res.once("finish", () => {
      const milliseconds = Math.round(performance.now() - started);
      metrics.countRequest(res.statusCode, milliseconds);
      log.info({ method: req.method, route, status: res.statusCode, milliseconds }, "request");
    });
    next();
  };
}

/** Remix asks for a page's data under its address with this ending. */
const DATA = /\.data$/;

/** "/s/0192…/notes" → "/s/:/notes": what is not a word of our own addresses is left out. */
export function patternOf(path: string, words: ReadonlySet<string>): string {
  return path.replace(DATA, "").split("/").map((part) => (part === "" || words.has(part) ? part : ":")).join("/");
}

/** The fixed parts of all addresses of a build. */
export function wordsOfAddresses({ routes }: Pick<ServerBuild, "routes">): ReadonlySet<string> {
  const parts = Object.values(routes).flatMap((route) => route?.path?.split("/") ?? []);
  return new Set(parts.filter((part) => /^[a-z-]+$/.test(part)));
}
