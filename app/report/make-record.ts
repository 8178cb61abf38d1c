/** From what lies in the database and the sealed documents to the record. Pure: what goes in decides all that comes out. */
import type { RecordQuestion, RecordQuestions } from "#app/questions/record.ts";
import type { Alias } from "#app/session/alias.ts";
import { countPerspectives, readPerspective, type Perspective, type PerspectiveCounts } from "#app/session/perspective.ts";
import type { RecordTalk } from "#app/talk/record.ts";

import { peopleShown, shownGroupOf, type People } from "./people.ts";
import { recordSchema, type RecordEvidence, type RecordItem, type RecordLink, type RecordList, type RecordNote, type RecordQuote, type RecordReply, type RecordRound, type RecordWording, type SessionRecord } from "./record.ts";

/** The same thing with its author still a member id. */
type ByMember<T> = Omit<T, "by"> & { readonly by: string | null };

export interface SealedItem extends Omit<RecordItem, "wordings"> {
  readonly wordings: readonly ByMember<RecordWording>[];
}

export interface SealedList {
  readonly items: readonly SealedItem[];
  readonly quotes: readonly ByMember<RecordQuote>[];
  readonly links: readonly ByMember<RecordLink>[];
}

export interface SealedEvidence extends Omit<RecordEvidence, "notes" | "replies"> {
  readonly notes: readonly ByMember<RecordNote>[];
  readonly replies: readonly ByMember<RecordReply>[];
}

/** What was said, with member ids still for its authors. */
export type SealedTalk = { readonly [Part in keyof RecordTalk]: readonly ByMember<RecordTalk[Part][number]>[] };

export interface SealedQuestions extends Omit<RecordQuestions, "questions"> {
  readonly questions: readonly (Omit<RecordQuestion, "makers"> & { readonly makers: readonly string[] })[];
}

/** Somebody who ever sat in the session. */
export interface SealedMember {
  readonly id: string;
  readonly role: "participant" | "facilitator";
  readonly perspective: string;
  /** True when their seat was taken away: what they wrote stays, they are not counted. */
  readonly removed: boolean;
}

/** All that a record is made from. */
export interface Sealed extends Pick<SessionRecord, "sessionId" | "enquiry" | "title" | "openedAt" | "closedAt" | "requiredMix" | "publishCount" | "stages" | "rules"> {
  readonly members: readonly SealedMember[];
  /** The host's smallest group that is shown apart. */
  readonly minimum: number;
  readonly evidence: readonly SealedEvidence[];
  readonly principles: SealedList;
  readonly priorities: SealedList;
  readonly questions: SealedQuestions;
  readonly talk: SealedTalk;
  readonly rounds: readonly RecordRound[];
}

/** The record. Every member id becomes an alias here; none goes further, nor anything else that a record does not declare. */
export function makeRecord({ members, minimum, ...sealed }: Sealed): SessionRecord {
  const people = peopleShown({ counts: countSeated(members), minimum, together: countedTogether(sealed.rounds) });
  const alias = aliasesFor({ members, people, authors: authorsInReadingOrder(sealed) });
  const named = <T extends { readonly by: string | null }>(things: readonly T[]) => things.map((thing) => ({ ...thing, by: alias(thing.by) }));
  const listOf = ({ items, quotes, links }: SealedList): RecordList => ({
    items: items.map((item) => ({ ...item, wordings: named(item.wordings) })),
    quotes: named(quotes),
    links: named(links),
  });
  return recordSchema.parse({
    ...sealed,
    version: 1,
    people,
    evidence: sealed.evidence.map((item) => ({ ...item, notes: named(item.notes), replies: named(item.replies) })),
    principles: listOf(sealed.principles),
    priorities: listOf(sealed.priorities),
    questions: { ...sealed.questions, questions: sealed.questions.questions.map((question) => ({ ...question, makers: question.makers.map(alias) })) },
    talk: { said: named(sealed.talk.said), concepts: named(sealed.talk.concepts), barriers: named(sealed.talk.barriers), review: named(sealed.talk.review) },
  });
}

function countSeated(members: readonly SealedMember[]): PerspectiveCounts {
  const seated = members.filter(({ role, removed }) => role === "participant" && !removed).map((member) => readPerspective(member.perspective));
  return countPerspectives(seated);
}

function countedTogether(rounds: readonly RecordRound[]): Perspective[][] {
  return rounds.flatMap(({ outcome }) => (outcome.result.state === "counted" ? outcome.result.lists.map((list) => list.perspectives) : []));
}

/** Member ids as a reader meets their words: notes and replies down the evidence, then principles, priorities, questions, and what was said. */
function authorsInReadingOrder({ evidence, principles, priorities, questions, talk }: Pick<Sealed, "evidence" | "principles" | "priorities" | "questions" | "talk">): (string | null)[] {
  const ofEvidence = evidence.flatMap(({ notes, replies }) => [...notes, ...replies]);
  const ofLists = [principles, priorities].flatMap(({ items, quotes, links }) => [...items.flatMap(({ wordings }) => wordings), ...quotes, ...links]);
  const makers = questions.questions.flatMap((question) => question.makers);
  const ofTalk = [...talk.concepts, ...talk.said, ...talk.barriers, ...talk.review];
  return [...[...ofEvidence, ...ofLists].map(({ by }) => by), ...makers, ...ofTalk.map(({ by }) => by)];
}

interface Naming {
  readonly members: readonly SealedMember[];
  readonly people: People;
  readonly authors: readonly (string | null)[];
}

/**
 * Gives each author a perspective and a number by first contribution. Not by order of joining, which people
 * in the room saw. Somebody who is no member of the session gets none.
 */
function aliasesFor({ members, people, authors }: Naming): (memberId: string | null) => Alias | null {
  const known = new Map(members.map((member) => [member.id, member]));
  const aliases = new Map<string, Alias>();
  const counts = new Map<Alias["group"], number>();
  for (const author of authors) {
    const member = author === null ? undefined : known.get(author);
    if (!member || aliases.has(member.id)) continue;
    const group = member.role === "facilitator" ? "facilitator" : shownGroupOf(people, readPerspective(member.perspective));
    const number = (counts.get(group) ?? 0) + 1;
    counts.set(group, number);
    aliases.set(member.id, { group, number });
  }
  return (memberId) => (memberId === null ? null : (aliases.get(memberId) ?? null));
}
