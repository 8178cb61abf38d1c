/** The house as a browser meets it, in order: health, safety headers, own-origin check, files, pages. */
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";

import { createRequestHandler } from "@remix-run/express";
import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type Express, type NextFunction, type Request, type Response, type Router } from "express";
import type { Logger } from "pino";
import type { ViteDevServer } from "vite";

import { shortFormsOnly } from "./body.ts";
import { networkOf } from "./limits.ts";
import type { Metrics } from "./operations/metrics.ts";
import { tellRequests, wordsOfAddresses } from "./operations/requests.ts";
import { withStoreAway } from "./operations/store-away.ts";
import type { Origins } from "./origins.ts";

export interface HttpParts {
  readonly origins: Origins;
  /** Everything of the load context that lives as long as the process. */
  readonly context: Pick<AppLoadContext, "db" | "live" | "secrets" | "limits" | "disclosureMinimum">;
  readonly build: ServerBuild | (() => Promise<ServerBuild>);
  readonly vite: ViteDevServer | undefined;
  readonly isDiskFull: () => boolean;
  readonly health: Router;
  readonly metrics: Metrics;
  readonly log: Logger;
}

/** The pages and forms of the house. Errors of pages are told to `log` and answered in words. */
export function createHttp({ origins, context, build, vite, isDiskFull, health, metrics, log }: HttpParts): Express {
  const report = reporter(log, vite !== undefined);
  const guarded = typeof build === "function" ? async () => withStoreAway(await build(), report) : withStoreAway(build, report);
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", origins.behindProxy ? 1 : false);
  app.use(health);
  app.use(safetyHeaders(vite !== undefined));
  app.use(ownFormsOnly(origins));
  app.use(shortFormsOnly);
  if (vite) app.use(vite.middlewares);
  else serveFiles(app);
  // While developing, the addresses are not known yet: then only ids are told apart.
  app.use(tellRequests({ log, metrics, words: typeof build === "function" ? new Set() : wordsOfAddresses(build) }));
  const answer = createRequestHandler({
    build: guarded,
    mode: vite ? "development" : "production",
    getLoadContext: (req, res) => ({
      ...context,
      isDiskFull,
      origin: origins.of(req.headers.host),
      nonce: String(res.locals["nonce"]),
      address: networkOf(req.ip ?? ""),
      report,
    }),
  });
  app.all("*", (req, res, next) => void answer(req, res, next));
  return app;
}

/** While developing, an error is also told whole, to whoever made it. */
function reporter(log: Logger, development: boolean) {
  return (error: unknown): void => {
    log.error({ err: error }, "page");
    if (development) console.error(error);
  };
}

function serveFiles(app: Express): void {
  app.use(compression());
  app.use("/assets", express.static("build/client/assets", { immutable: true, maxAge: "1y" }));
  const files = existsSync("build/client") ? "build/client" : "public";
  app.use(express.static(files, { maxAge: "1h", index: false }));
}

/** One nonce a response; everything personal stays out of caches, frames and other sites' hands. */
function safetyHeaders(development: boolean) {
  return (_req: Request, res: Response, next: NextFunction) => {
    const nonce = randomBytes(16).toString("base64");
    res.locals["nonce"] = nonce;
    res.set({
      "Content-Security-Policy": development ? developmentPolicy : policy(nonce),
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "same-origin",
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
      "Cache-Control": "no-store",
    });
    next();
  };
}

function policy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    // Reordering sets positions through style attributes.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join("; ");
}

/** Vite's own client needs inline scripts and sockets while developing. */
const developmentPolicy = "frame-ancestors 'none'; base-uri 'none'";

/**
 * A form or fetch that changes something must come from our own pages. Remix's own check trusts
 * X-Forwarded-Host and skips resource routes, so this stands in front of it.
 */
function ownFormsOnly(origins: Origins) {
  return (req: Request, res: Response, next: NextFunction) => {
    // Remix compares against this header; nobody but us may set it.
    delete req.headers["x-forwarded-host"];
    if (req.method === "GET" || req.method === "HEAD" || origins.allows(req.headers.origin, req.headers.host)) return next();
    const site = req.headers["sec-fetch-site"];
    if (req.headers.origin === undefined && (site === "same-origin")) return next();
    res.status(403).type("text/plain").send("This did not come from Ymholi's own pages. Go back, open the page again and try once more.\n\nNi ddaeth hwn o dudalennau Ymholi. Ewch yn ôl, agorwch y dudalen eto a rhowch gynnig arall arni.\n");
  };
}
