import type { AppLoadContext } from "@remix-run/node";
import * as z from "zod";

import type { Decided } from "#app/session/desk.server.ts";

import { hideSubject, leaveToOthers, seeTo, showSubject } from "./concern.server.ts";

const form = z.object({ intent: z.enum(["seeTo", "leaveToOthers", "hideSubject", "showSubject"]), concern: z.string().min(1) });

/** Does what a button under a concern asks for; null when the button is not one of these. `by`: the name to say who is seeing to it. */
export async function decideOnConcern(house: Pick<AppLoadContext, "db" | "live">, about: { readonly sessionId: string; readonly by: string }, posted: FormData): Promise<Decided | null> {
  const read = form.safeParse(Object.fromEntries(posted));
  if (!read.success) return null;
  const { intent, concern: id } = read.data;
  if (intent === "seeTo") return seeTo(house, about.sessionId, { id, by: about.by });
  return deeds[intent](house, about.sessionId, id);
}

const deeds = { leaveToOthers, hideSubject, showSubject };
