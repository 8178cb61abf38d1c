/** What the pages of erasing show. */
import { readBilingual } from "#app/language/bilingual.ts";
import { dayInWords, timeInWords } from "#app/language/dates.server.ts";
import type { Language } from "#app/language/languages.ts";
import { peopleOf } from "#app/session/people.server.ts";
import type { Session } from "#prisma/client.ts";

import { firstWords, type Choice, type Choosable, type ConfirmPageData, type ErasePageData, type PastErasure } from "./choice.ts";
import { isBeingRanked } from "./desk.server.ts";
import { countsOf, findWords, type Found, type House } from "./find.server.ts";
import { countsSchema } from "./theirs.ts";

type Shown = Pick<Session, "id" | "title" | "state">;

interface Looking {
  /** Whose words are looked at; somebody who is not of the session is nobody. */
  readonly memberId: string | null;
  readonly language: Language;
  readonly doneId: string | null;
}

export async function erasePage(house: House, session: Shown, { memberId, language, doneId }: Looking): Promise<ErasePageData> {
  const people = await peopleIn(house, session.id);
  const chosen = people.find(({ id }) => id === memberId) ?? null;
  const found = chosen && (await findWords(house, session.id, { memberId: chosen.id, records: null, privateNotes: true, worries: [] }));
  return {
    session: shown(session), people, chosen, doneId,
    counts: found ? countsOf(found) : {},
    records: found ? choosableIn(found) : [],
    worries: chosen ? await worriesOf(house, session.id, chosen.id) : [],
    past: await pastOf(house, session.id, language),
  };
}

/** Null when the choice is about nobody of this session. */
export async function confirmPage(house: House, session: Shown, choice: Choice): Promise<ConfirmPageData | null> {
  const chosen = (await peopleIn(house, session.id)).find(({ id }) => id === choice.memberId);
  if (!chosen) return null;
  const found = await findWords(house, session.id, choice);
  return {
    session: shown(session), chosen, choice,
    counts: countsOf(found),
    isShared: found.pieces.some(({ isWhole, words }) => !isWhole && words.length > 0),
    worriedAbout: found.copies.length,
    problem: (await isBeingRanked(house.db, session.id, found)) ? "erasing.problem.ranking" : null,
  };
}

function shown({ id, title, state }: Shown): ErasePageData["session"] {
  return { id, title: readBilingual(title), isClosed: state === "closed" };
}

/** Everybody ever seated, participants first: words can be erased when their writer has left. */
async function peopleIn({ db }: House, sessionId: string): Promise<{ id: string; name: string }[]> {
  const seated = await peopleOf(db, sessionId);
  return (["participant", "facilitator"] as const).flatMap((role) => seated.filter((person) => person.role === role).map(({ id, name }) => ({ id, name })));
}

/** Each once: a question of a small group stands in the room too, under the same id. */
function choosableIn({ pieces }: Found): Choosable[] {
  const told = new Map<string, Choosable>();
  for (const { id, kind, words, lang, isWhole, isHidden } of pieces) {
    if (words.length > 0 && kind !== "corrections") told.set(id, { id, kind, text: firstWords(words.join(" … ")), lang, isShared: !isWhole, isHidden });
  }
  return [...told.values()];
}

async function worriesOf({ db }: House, sessionId: string, memberId: string): Promise<ErasePageData["worries"]> {
  const told = await db.concern.findMany({ where: { sessionId, memberId }, orderBy: { at: "asc" }, select: { id: true, words: true, lang: true } });
  return told.map(({ id, words, lang }) => ({ id, text: firstWords(words), lang }));
}

async function pastOf({ db }: House, sessionId: string, language: Language): Promise<PastErasure[]> {
  const [past, people] = await Promise.all([db.erasure.findMany({ where: { sessionId }, orderBy: { at: "desc" } }), peopleOf(db, sessionId)]);
  const nameOf = (memberId: string) => people.find(({ id }) => id === memberId)?.name ?? "";
  return past.map(({ id, ofId, byId, at, counts, doneAt, removedAt, found }) => ({
    id, found, name: nameOf(ofId), by: nameOf(byId), when: `${timeInWords(at)}, ${dayInWords(at, language)}`,
    counts: countsSchema.parse(counts), isDone: doneAt !== null, isRemoved: removedAt !== null,
  }));
}
