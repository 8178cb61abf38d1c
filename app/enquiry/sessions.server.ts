/** The sessions of an enquiry, each with its outcome in a line. What closed rounds hold is read leniently: features above own it. */
import * as z from "zod/mini";

import type { Db } from "#app/context.server.ts";
import { readBilingual } from "#app/language/bilingual.ts";
import { dayInWords } from "#app/language/dates.server.ts";
import type { Language } from "#app/language/languages.ts";
import { Prisma } from "#prisma/client.ts";

import type { SessionLine } from "./session-line.ts";

/** How many priorities the line names. */
const NAMED = 3;

/** The enquiry's sessions, the newest first. `language` is that of the dates. */
export async function sessionsOf(db: Db, enquiryId: string, language: Language): Promise<SessionLine[]> {
  const sessions = await db.session.findMany({
    where: { enquiryId, rehearsal: false },
    orderBy: { id: "desc" },
    include: {
      _count: { select: { members: { where: { role: "participant", removedAt: null } } } },
      rounds: { where: { about: "priorities", closedAt: { not: null } }, orderBy: { number: "desc" }, take: 1 },
      // What is hidden because of a worry is told nowhere.
      concerns: { where: { kept: { not: Prisma.DbNull }, shownAt: null }, select: { recordId: true } },
    },
  });
  return sessions.map((session) => ({
    id: session.id,
    title: readBilingual(session.title),
    state: session.state,
    day: dayInWords(session.closedAt ?? session.openedAt ?? session.createdAt, language),
    people: session._count.members,
    priorities: session.rounds.flatMap(({ outcome, candidates }) => firstOf(outcome, candidates, session.concerns.map(({ recordId }) => recordId))),
  }));
}

const outcomeShape = z.object({ result: z.object({ combined: z.array(z.object({ id: z.string(), top: z.string() })) }) });
const candidatesShape = z.array(z.object({ id: z.string(), text: z.string(), lang: z.string() }));

function firstOf(outcome: unknown, candidates: unknown, hidden: readonly (string | null)[]): SessionLine["priorities"] {
  const counted = outcomeShape.safeParse(outcome);
  const worded = candidatesShape.safeParse(candidates);
  if (!counted.success || !worded.success) return [];
  const first = counted.data.result.combined.filter(({ id, top }) => top !== "out" && !hidden.includes(id)).slice(0, NAMED);
  return first.flatMap(({ id }) => worded.data.filter((candidate) => candidate.id === id)).map(({ text, lang }) => ({ text, lang }));
}
