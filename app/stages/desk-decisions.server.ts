/** What the desk's buttons of neighbours decide. One line a neighbour; each answers null for a button that is not its own. */
import type { AppLoadContext } from "@remix-run/node";

import type { Decided } from "#app/session/desk.server.ts";
import { decideOnTalk } from "#app/talk/desk-action.server.ts";

import { decideOnChoosing } from "./choosing.server.ts";
import { goRoundOrder } from "./go-round.server.ts";
import { decideOnGroups } from "./groups-desk.server.ts";
import { closeRankingRound, openRankingRound } from "./round.server.ts";
import { decideForGroup } from "./rules.server.ts";
import { decideOnSpotlight } from "./spotlight/spotlight.server.ts";

type House = Pick<AppLoadContext, "db" | "live" | "secrets" | "disclosureMinimum">;
type Decide = (context: House, sessionId: string, form: FormData) => Promise<Decided | null>;

const neighbours: readonly Decide[] = [decideOnRound, decideOnFloor, decideOnRules, decideOnSpotlight, decideOnChoosing, decideOnGroups];

/** Asks each neighbour in turn; the refusal of an unknown button when it is nobody's. */
export async function decideForNeighbours(context: House, sessionId: string, form: FormData): Promise<Decided> {
  for (const decide of neighbours) {
    const decided = await decide(context, sessionId, form);
    if (decided) return decided;
  }
  return { ok: false, problem: "session.problem.unknown" };
}

async function decideOnRound(context: House, sessionId: string, form: FormData): Promise<Decided | null> {
  const intent = form.get("intent");
  if (intent === "openRound") return openRankingRound(context, sessionId);
  if (intent !== "closeRound") return null;
  await closeRankingRound(context, sessionId);
  return { ok: true };
}

async function decideOnRules(context: House, sessionId: string, form: FormData): Promise<Decided | null> {
  const intent = form.get("intent");
  return intent === "agreeRules" || intent === "openRules" ? decideForGroup(context, sessionId, intent) : null;
}

function decideOnFloor(context: House, sessionId: string, form: FormData): Promise<Decided | null> {
  return decideOnTalk(context, { sessionId, orderOf: () => goRoundOrder(context, sessionId) }, form);
}
