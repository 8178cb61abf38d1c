/** What a report's page is drawn from: the report itself, and the few words that must be made on the server. */
import type { AppLoadContext } from "@remix-run/node";

import { requireFacilitator } from "#app/host/sign-in.server.ts";
import { inLanguage } from "#app/language/bilingual.ts";
import { dayInWords, timeInWords } from "#app/language/dates.server.ts";
import { languageOf } from "#app/language/language.server.ts";
import type { Language } from "#app/language/languages.ts";
import { wordFor } from "#app/language/page-title.server.ts";
import { sessionFor, type SessionOfTeam } from "#app/session/session.server.ts";

import { readRecord, type RecordPageData, type SessionRecord } from "./record.ts";
import { buildReport, type ReportDays, type ReportPageData } from "./report.ts";

/** Kept out of search engines; whoever has the link may read it. */
export const unlisted = { "X-Robots-Tag": "noindex, nofollow" };

export async function reportPage(record: SessionRecord, request: Request): Promise<ReportPageData> {
  const language = await languageOf(request);
  const title = `${await wordFor(request, "report.title")}: ${inLanguage(record.title, language).text}`;
  return { title, report: buildReport(record), days: daysOf(record, language) };
}

function daysOf({ openedAt, closedAt, rounds, withdrawn }: SessionRecord, language: Language): ReportDays {
  const day = dayOf(language);
  const opened = openedAt === null || day(openedAt) === day(closedAt) ? null : day(openedAt);
  return { opened, closed: day(closedAt), withdrawn: daysOn(withdrawn, language), rounds: Object.fromEntries(rounds.map((round) => [round.number, day(round.closedAt)])) };
}

function dayOf(language: Language): (iso: string) => string {
  return (iso) => dayInWords(new Date(iso), language);
}

/** Each day once, in order. */
function daysOn(times: readonly string[], language: Language): string[] {
  return [...new Set(times.map(dayOf(language)))];
}

interface Asked {
  readonly context: AppLoadContext;
  readonly request: Request;
  readonly params: { readonly session?: string | undefined };
}

/** The sealed record as a page: everything that was kept, with the times of wordings in the reader's words. */
export async function recordPage(record: SessionRecord, request: Request): Promise<RecordPageData> {
  const language = await languageOf(request);
  const wordings = [record.principles, record.priorities].flatMap(({ items }) => items.flatMap((item) => item.wordings));
  const times = Object.fromEntries(wordings.map(({ at }) => [at, `${dayInWords(new Date(at), language)}, ${timeInWords(new Date(at))}`]));
  return { title: await wordFor(request, "report.record.title"), record, times, withdrawn: daysOn(record.withdrawn, language) };
}

/** A closed session of the facilitator's team, with its record. Throws a Response 404 for any other. */
export async function closedSessionFor({ context, request, params }: Asked): Promise<{ session: SessionOfTeam; record: SessionRecord }> {
  const session = await sessionFor(context.db, await requireFacilitator({ context, request }), params.session);
  const record = readRecord(session.record);
  if (!record) throw new Response(null, { status: 404 });
  return { session, record };
}
