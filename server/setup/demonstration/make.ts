/** The demonstration: an enquiry with eight items, one session open to join, one closed with its report. */
import type { AppLoadContext } from "@remix-run/node";

import { closeSession } from "#app/report/close.server.ts";
import { openDoor } from "#app/session/desk.server.ts";
import { createSession } from "#app/session/prepare.server.ts";
import type { Decided } from "#app/session/desk.server.ts";
import { priorityWorkshop } from "#app/session/templates/events.ts";
import { castBallot, openRoundOf } from "#app/voting/round.server.ts";
import { needingIn } from "#app/stages/needs.server.ts";
import { closeRankingRound, openRankingRound } from "#app/stages/round.server.ts";

import { ballots } from "./conversation.ts";
import { closedTitle, openTitle } from "./enquiry.ts";
import { makeEnquiry, type DemonstrationEnquiry } from "./enquiry-rows.ts";
import { seatPeople, type MemberIds, type PersonName } from "./people.ts";
import { draftLists, layTable, writeNotes } from "./table.ts";

export type Parts = Pick<AppLoadContext, "db" | "live" | "secrets" | "disclosureMinimum">;

export interface Demonstration {
  readonly enquiryId: string;
  readonly facilitatorId: string;
  readonly sessionIds: readonly string[];
}

/** Makes all of it, through the same functions that people's forms go through. */
export async function makeDemonstration(parts: Parts): Promise<Demonstration> {
  const enquiry = await makeEnquiry(parts.db);
  const closedId = await runClosedSession(parts, enquiry);
  const openId = await session(parts, enquiry, openTitle);
  must(await openDoor(parts, openId, await needingIn(parts, openId)));
  return { enquiryId: enquiry.enquiryId, facilitatorId: enquiry.facilitatorId, sessionIds: [openId, closedId] };
}

/** A whole session in a moment: people sit down, write, rank, and it is closed with its record. */
async function runClosedSession(parts: Parts, enquiry: DemonstrationEnquiry): Promise<string> {
  const sessionId = await session(parts, enquiry, closedTitle);
  must(await openDoor(parts, sessionId, await needingIn(parts, sessionId)));
  const of = await seatPeople(parts.db, sessionId);
  const table = await layTable(parts, { sessionId, versions: enquiry.versions, of });
  const priorityIds = await draftLists(table, await writeNotes(table));
  must(await openRankingRound(parts, sessionId));
  await rank(parts, { sessionId, of, priorityIds });
  await closeRankingRound(parts, sessionId);
  must(await closeSession(parts, sessionId));
  return sessionId;
}

function session({ db }: Parts, { enquiryId, versions }: DemonstrationEnquiry, title: NonNullable<Parameters<typeof createSession>[2]>["title"]): Promise<string> {
  const mix = { carer: 1, drawsOnCare: 1, practitioner: 2 };
  return createSession(db, enquiryId, { template: priorityWorkshop.key, stages: priorityWorkshop.stages, title, publishCount: 3, mix, evidence: [...versions.values()] });
}

async function rank({ db, secrets }: Parts, { sessionId, of, priorityIds }: { sessionId: string; of: MemberIds; priorityIds: ReadonlyMap<string, string> }): Promise<void> {
  const round = await openRoundOf(db, { sessionId, about: "priorities" });
  if (!round) throw new Error("The round did not open");
  for (const [name, keys] of Object.entries(ballots)) {
    const ranking = keys.map((key) => priorityIds.get(key) ?? "");
    must(await castBallot(db, secrets, { roundId: round.id, memberId: of(name as PersonName), ranking }));
  }
}

function must(decided: Decided): void {
  if (!decided.ok) throw new Error(`The demonstration could not be made: ${decided.problem}`);
}
