import type { AppLoadContext } from "@remix-run/node";

import { languageOf } from "#app/language/language.server.ts";
import type { Seated } from "#app/session/seat.server.ts";

import { catchUpOf, type CatchUp } from "./catch-up.ts";
import { roomFor } from "./room.server.ts";

/** What a member who came late, or lost the thread, needs to know now. Throws a 404 Response when the session is gone. */
export async function catchUpFor(context: Pick<AppLoadContext, "db" | "live" | "secrets">, member: Seated, request: Request): Promise<CatchUp> {
  const [room, language] = await Promise.all([roomFor(context, member), languageOf(request)]);
  return catchUpOf(room, { language, now: Date.now() });
}
