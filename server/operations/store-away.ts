/**
 * A page or form that needs the store while it is out of reach: answered with 503, which the frame of all pages
 * puts into words in the person's language, in place of a fault of ours. What they typed is still in their form.
 */
import type { ServerBuild } from "@remix-run/node";
import * as z from "zod";

/** Seconds after which trying again makes sense: the keeper has started the store again by then. */
const RETRY_AFTER_S = 5;

/** Prisma: cannot reach, timed out, connection closed, no connection free, no transaction begun. */
const PRISMA = new Set(["P1001", "P1002", "P1008", "P1017", "P2024", "P2028"]);
/** PostgreSQL: connection trouble (08), no room or memory (53), shutting down or starting (57P). */
const SQLSTATE = /^(08|53|57P)/;
const SYSTEM = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "EHOSTUNREACH", "ENOTFOUND", "EAI_AGAIN"]);
/** `pg` gives these no code. */
const SENTENCES = /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Can't reach database server)/;

/** True when the store could not be reached or could not write; false when it answered and said no. */
export function isStoreAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const codes = codesOf(error);
  // The bundled server's socket is a file; any other missing file is a fault of ours.
  if (codes.includes("ENOENT") && (error.name.startsWith("PrismaClient") || ("syscall" in error && error.syscall === "connect"))) return true;
  return codes.some((code) => PRISMA.has(code) || SQLSTATE.test(code) || SYSTEM.has(code)) || SENTENCES.test(error.message) || isStoreAway(error.cause);
}

/** An error's own code, and that of the server's answer which Prisma keeps inside its own. */
function codesOf(error: Error): string[] {
  const read = shape.safeParse(error);
  if (!read.success) return [];
  const { code, meta } = read.data;
  return [code, meta?.code, meta?.driverAdapterError?.cause?.code].filter((one) => one !== undefined);
}

const text = z.string().optional().catch(undefined);
const shape = z.object({
  code: text,
  meta: z.object({ code: text, driverAdapterError: z.object({ cause: z.object({ code: text }).optional() }).optional() }).optional().catch(undefined),
});

/** The same pages, whose loaders and actions answer 503 while the store is away. `report` is told of each. */
export function withStoreAway(build: ServerBuild, report: (error: unknown) => void): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => [id, route && { ...route, module: guarded(route.module, report) }] as const);
  return { ...build, routes: Object.fromEntries(routes) };
}

type RouteModule = NonNullable<ServerBuild["routes"][string]>["module"];

function guarded(module: RouteModule, report: (error: unknown) => void): RouteModule {
  const { loader, action } = module;
  return { ...module, ...(loader && { loader: guard(loader, report) }), ...(action && { action: guard(action, report) }) };
}

function guard<Args extends unknown[], Answer>(handle: (...args: Args) => Answer, report: (error: unknown) => void) {
  return async (...args: Args): Promise<Awaited<Answer>> => {
    try {
      return await handle(...args);
    } catch (error) {
      if (!isStoreAway(error)) throw error;
      report(error);
      throw new Response(null, { status: 503, statusText: "Service Unavailable", headers: { "Retry-After": String(RETRY_AFTER_S) } });
    }
  };
}
