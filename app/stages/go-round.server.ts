import type { AppLoadContext } from "@remix-run/node";

import { readQuestions } from "#app/questions/questions.doc.ts";
import { attested, makersOf, standingWith, wordingsOf } from "#app/questions/standing.ts";
import { inTheRoom, scribesIn } from "#app/session/people.server.ts";
import { saidIn } from "#app/talk/balance.server.ts";
import { speakersIn } from "#app/talk/contributions.ts";
import { heardAloud } from "#app/talk/floor.server.ts";
import { theseFirst, unheardFirst } from "#app/talk/queue.ts";

type Parts = Pick<AppLoadContext, "db" | "live">;

/**
 * Who is offered a turn in a go-round now, in order: the makers of the chosen question begin first words, those not
 * yet heard begin last words (methods S5, R4), and any other round goes as people joined. Everybody in the room is in it.
 */
export async function goRoundOrder(parts: Parts, sessionId: string): Promise<readonly string[]> {
  const { db } = parts;
  const session = await db.session.findUniqueOrThrow({ where: { id: sessionId }, include: { stages: { select: { id: true, activity: true } } } });
  const present = await db.member.findMany({ where: { sessionId, ...inTheRoom }, orderBy: [{ joinedAt: "asc" }, { id: "asc" }], select: { id: true } });
  const seats = present.map(({ id }) => id);
  const activity = session.stages.find(({ id }) => id === session.currentStageId)?.activity;
  if (activity === "firstWords") return theseFirst(seats, await makersIn(parts, { sessionId, chosen: session.chosenQuestion }));
  if (activity !== "lastWords") return seats;
  const [aloud, said] = await Promise.all([heardAloud(db, sessionId), saidIn(parts, sessionId)]);
  return unheardFirst(seats, new Set([...aloud, ...speakersIn(said)]));
}

async function makersIn({ db, live }: Parts, { sessionId, chosen }: { readonly sessionId: string; readonly chosen: string | null }): Promise<string[]> {
  const document = await db.document.findFirst({ where: { sessionId, kind: "questions", subject: "" }, select: { id: true } });
  if (!document || chosen === null) return [];
  const made = attested(await live.read(document.id, readQuestions), await scribesIn(db, sessionId));
  const stands = standingWith(made, chosen);
  return stands ? wordingsOf(stands).flatMap((question) => makersOf(question, made)) : [];
}
