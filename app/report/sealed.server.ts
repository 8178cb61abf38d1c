/** Gathers what a record is made from: the sealed documents from the hub, the rest from the desk. */
import type { AppLoadContext } from "@remix-run/node";

import { blocksSchema } from "#app/evidence/blocks.ts";
import { readBilingual } from "#app/language/bilingual.ts";
import { readList } from "#app/lists/lists.doc.ts";
import { facilitatorOf } from "#app/live/mend.ts";
import { readNotes } from "#app/notes/notes.doc.ts";
import { hiddenIn } from "#app/safeguarding/subject.server.ts";
import type { Transaction } from "#app/session/desk.server.ts";
import { readPast } from "#app/session/machine.ts";
import { readRequiredMix } from "#app/session/mix.ts";
import { scribesIn } from "#app/session/people.server.ts";
import { readChoice } from "#app/questions/choice.ts";
import { readQuestions, type Questions } from "#app/questions/questions.doc.ts";
import { emptyTalk, readTalk } from "#app/talk/talk.doc.ts";
import { outcomeSchema } from "#app/voting/outcome.ts";
import { candidatesSchema, withoutHidden } from "#app/voting/round.ts";
import type { EvidenceVersion, Session } from "#prisma/client.ts";

import type { Sealed, SealedEvidence, SealedList } from "./make-record.ts";
import { sealRoom, type RoomDesk, type RoomDocuments } from "./sealed-room.ts";
import { wordingsOfEach } from "./wordings.doc.ts";

type Written = Pick<SealedEvidence, "notes" | "replies">;

export interface SealedDocuments {
  /** By evidence item id. */
  readonly notes: ReadonlyMap<string, Written>;
  readonly principles: SealedList;
  readonly priorities: SealedList;
  readonly room: RoomDocuments;
}

const nothing: SealedList = { items: [], quotes: [], links: [] };

/** Reads all documents of a session. Call once they are sealed: what is read then is what stays. */
export async function readSealedDocuments({ db, live }: Pick<AppLoadContext, "db" | "live">, sessionId: string): Promise<SealedDocuments> {
  const documents = await db.document.findMany({ where: { sessionId }, orderBy: { id: "asc" } });
  const merged = await db.smallGroup.findMany({ where: { sessionId, mergedAt: { not: null } }, select: { id: true } });
  const lists = new Map<string, SealedList>();
  const notes = new Map<string, Written>();
  let room: RoomDocuments = { rules: { items: [], quotes: [], links: [] }, questions: [], talk: emptyTalk };
  // One after the other: a session of many documents must not fill the memory at once.
  for (const { id, kind, subject } of documents) {
    if (kind === "notes") notes.set(subject, await live.read(id, readNotes));
    if (kind === "principles" || kind === "priorities") lists.set(kind, await readSealedList(live, id));
    if (kind === "rules") room = { ...room, rules: await live.read(id, readList) };
    if (kind === "talk") room = { ...room, talk: await live.read(id, readTalk) };
    // A group that came back brought its questions along; one that was let go too, unless that was broken off.
    if (kind === "questions" && !merged.some((group) => group.id === subject)) room = { ...room, questions: inOrder(subject, await live.read(id, readQuestions), room.questions) };
  }
  return { room, notes, principles: lists.get("principles") ?? nothing, priorities: lists.get("priorities") ?? nothing };
}

/** The room's own first. */
function inOrder(subject: string, made: Questions, others: readonly Questions[]): Questions[] {
  return subject === "" ? [made, ...others] : [...others, made];
}

async function readSealedList(live: AppLoadContext["live"], documentId: string): Promise<SealedList> {
  const { items, quotes, links } = await live.read(documentId, readList);
  const wordings = await wordingsOfEach(await live.log(documentId), items.map(({ id }) => id));
  return {
    items: items.map(({ id, text, lang, removed = false }) => ({ id, text, lang, removed, wordings: (wordings.get(id) ?? []).map(({ memberId, mending, at, text: words }) => ({ by: memberId ?? facilitatorOf(mending), at: at.toISOString(), text: words })) })),
    quotes: quotes.map(({ id, itemId, by, noteId, versionId, blockId, exact, lang }) => ({ id, itemId, by, noteId, versionId, blockId, exact, lang })),
    links: links.map(({ id, itemId, by, otherItemId }) => ({ id, itemId, by, otherItemId })),
  };
}

interface Closing {
  readonly session: Session;
  readonly documents: SealedDocuments;
  readonly closedAt: Date;
  /** The host's smallest group that is shown apart. */
  readonly minimum: number;
}

/** The rest from the desk, in the closing transaction, so that nobody joins or ranks between reading and closing. */
export async function sealedFrom(tx: Transaction, { session, documents, closedAt, minimum }: Closing): Promise<Sealed> {
  const { id, enquiryId, title, openedAt, requiredMix, publishCount } = session;
  const enquiry = await tx.enquiry.findUniqueOrThrow({ where: { id: enquiryId } });
  const evidence = await tx.sessionEvidence.findMany({ where: { sessionId: id }, orderBy: { position: "asc" }, include: { version: true } });
  const stages = await tx.stage.findMany({ where: { sessionId: id }, orderBy: { position: "asc" } });
  const { opened } = readPast(session.stageBefore);
  return {
    sessionId: id,
    enquiry: { id: enquiryId, title: readBilingual(enquiry.title), question: readBilingual(enquiry.question), purpose: readBilingual(enquiry.purpose), place: enquiry.place, languages: enquiry.languages },
    title: readBilingual(title),
    openedAt: openedAt?.toISOString() ?? null,
    closedAt: closedAt.toISOString(),
    requiredMix: readRequiredMix(requiredMix),
    publishCount,
    minimum,
    stages: stages.map(({ id: stageId, activity, name, prompt, minutes }) => ({ activity, minutes, name: readBilingual(name), prompt: readBilingual(prompt), held: opened?.includes(stageId) ?? true })),
    members: await membersOf(tx, id),
    rounds: await roundsOf(tx, id),
    evidence: evidence.map(({ version }) => withNotes(version, documents.notes.get(version.itemId))),
    principles: documents.principles,
    priorities: documents.priorities,
    ...sealRoom(documents.room, { stageIds: stages.map((stage) => stage.id), rulesAgreed: session.rulesAgreedAt !== null, chosen: chosenIn(session), choices: await choicesIn(tx, id), scribes: await scribesIn(tx, id) }),
  };
}

function chosenIn({ chosenQuestion: id, chosenHow }: Session): RoomDesk["chosen"] {
  if (id === null) return null;
  return { id, how: chosenHow === "facilitator" ? "facilitator" : "vote" };
}

async function choicesIn(tx: Transaction, sessionId: string): Promise<RoomDesk["choices"]> {
  const rounds = await tx.round.findMany({ where: { sessionId, about: "questions" }, orderBy: { number: "asc" }, select: { outcome: true } });
  return rounds.flatMap(({ outcome }) => readChoice(outcome)?.result ?? []);
}

async function membersOf(tx: Transaction, sessionId: string): Promise<Sealed["members"]> {
  const members = await tx.member.findMany({ where: { sessionId }, select: { id: true, role: true, perspective: true, removedAt: true } });
  return members.map(({ removedAt, ...member }) => ({ ...member, removed: removedAt !== null }));
}

async function roundsOf(tx: Transaction, sessionId: string): Promise<Sealed["rounds"]> {
  const rounds = await tx.round.findMany({ where: { sessionId, about: "priorities" }, orderBy: { number: "asc" } });
  const hidden = await hiddenIn(tx, sessionId);
  return rounds.flatMap(({ number, closedAt, candidates, outcome }) => (closedAt ? [{ number, closedAt: closedAt.toISOString(), candidates: withoutHidden(candidatesSchema.parse(candidates), hidden), outcome: outcomeSchema.parse(outcome) }] : []));
}

function withNotes(version: EvidenceVersion, written: Written = { notes: [], replies: [] }): SealedEvidence {
  const { id, itemId, number, title, kind, perspective, source, date, place, language, limitations, limitationsNotKnown } = version;
  const notes = written.notes.map(({ passage, ...note }) => ({ ...note, passage: passage.map(({ blockId, start, end, exact, prefix, suffix }) => ({ blockId, start, end, exact, prefix, suffix })) }));
  return { versionId: id, itemId, number, title, kind, perspective, source, date, place, language, limitations, limitationsNotKnown, blocks: blocksSchema.parse(version.blocks), notes, replies: [...written.replies] };
}
