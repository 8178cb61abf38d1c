import type { AppLoadContext } from "@remix-run/node";

import { blocksSchema } from "#app/evidence/blocks.ts";
import { placeLatecomers } from "#app/groups/groups.server.ts";
import { readBilingual } from "#app/language/bilingual.ts";
import { readList } from "#app/lists/lists.doc.ts";
import type { DocumentKind } from "#app/live/kinds.ts";
import type { Live, Reader } from "#app/live/live.doc.ts";
import { readNotes } from "#app/notes/notes.doc.ts";
import { readQuestions } from "#app/questions/questions.doc.ts";
import { hasAssented } from "#app/rules/assents.server.ts";
import { peopleOf } from "#app/session/people.server.ts";
import type { Seated } from "#app/session/seat.server.ts";
import { ownSignals } from "#app/talk/signals.server.ts";
import { readTalk } from "#app/talk/talk.doc.ts";
import { hasBallot, isOnRoll } from "#app/voting/round.server.ts";
import type { EvidenceVersion } from "#prisma/client.ts";

import { boardOf } from "./board.server.ts";
import { groupsFor } from "./groups-room.server.ts";
import type { BallotStanding, Drafted, Room, RoomEvidence } from "./room.ts";

type Parts = Pick<AppLoadContext, "db" | "live" | "secrets">;

/** Everything a member's page starts from. Throws a 404 Response when the session is gone. */
export async function roomFor({ db, live, secrets }: Parts, member: Seated): Promise<Room> {
  const { sessionId } = member;
  const session = await db.session.findUnique({ where: { id: sessionId }, include: { enquiry: true, documents: true, evidence: { orderBy: { position: "asc" }, include: { version: true } } } });
  // Before the noticeboard is read, so that it counts them.
  if (session?.state === "open") await placeLatecomers({ db, live }, sessionId);
  const board = session && (await boardOf(db, sessionId));
  if (!board) throw new Response(null, { status: 404 });
  const drafted = draftedIn(live, session.documents);
  const [people, evidence, documents, own] = await Promise.all([
    peopleOf(db, sessionId),
    Promise.all(session.evidence.map(({ version }) => evidenceWithNotes(version, drafted))),
    sharedDocuments(drafted),
    ofMember({ db, live, secrets }, { board, member }),
  ]);
  return {
    sessionId,
    rehearsal: session.rehearsal,
    template: session.template,
    title: readBilingual(session.title),
    question: readBilingual(session.enquiry.question),
    purpose: readBilingual(session.enquiry.purpose),
    safeguarding: { name: session.enquiry.safeguardingName, phone: session.enquiry.safeguardingPhone },
    me: { id: member.id, name: member.name, perspective: member.perspective, role: member.role, language: member.language, sharedDevice: member.sharedDevice },
    board,
    people,
    evidence: evidence.filter((item) => item !== null),
    ...documents,
    ...own,
  };
}

type Own = "group" | "groups" | "groupNumbers" | "agreesToRules" | "signals" | "ballot" | "choice";

/** What this member's page alone knows. */
async function ofMember({ db, live, secrets }: Parts, { board, member }: { readonly board: Room["board"]; readonly member: Seated }): Promise<Pick<Room, Own>> {
  const { id: memberId, sessionId } = member;
  const [groups, agreesToRules, signals, ballot, choice] = await Promise.all([
    groupsFor({ db, live }, member),
    hasAssented(db, { sessionId, memberId }),
    ownSignals(db, member),
    ballotOf({ db, secrets }, { round: board.round, memberId }),
    ballotOf({ db, secrets }, { round: board.choosing.round, memberId }),
  ]);
  return { ...groups, agreesToRules, signals, ballot, choice };
}

/** The documents that the whole room shares, each as it stands on disk. */
async function sharedDocuments(drafted: DraftedIn): Promise<Pick<Room, "principles" | "priorities" | "rules" | "questions" | "talk">> {
  const [principles, priorities, rules, questions, talk] = await Promise.all([
    drafted("principles", "", readList),
    drafted("priorities", "", readList),
    drafted("rules", "", readList),
    drafted("questions", "", readQuestions),
    drafted("talk", "", readTalk),
  ]);
  return { principles, priorities, rules, questions, talk };
}

/** Where a member stands with a round. */
export async function ballotOf({ db, secrets }: Pick<Parts, "db" | "secrets">, { round, memberId }: { round: { readonly id: string } | null; memberId: string }): Promise<BallotStanding> {
  if (!round) return { onRoll: false, voted: false };
  const entry = { roundId: round.id, memberId };
  const [onRoll, voted] = await Promise.all([isOnRoll(db, entry), hasBallot(db, secrets, entry)]);
  return { onRoll, voted };
}

type DocumentRow = { readonly id: string; readonly kind: string; readonly subject: string };
type DraftedIn = <T>(kind: DocumentKind, subject: string, reader: Reader<T>) => Promise<Drafted<T> | null>;

/** Reads the session's documents by what they are about; null for one that is not there (before opening). */
function draftedIn(live: Live, documents: readonly DocumentRow[]): DraftedIn {
  return async (kind, subject, reader) => {
    const document = documents.find((row) => row.kind === kind && row.subject === subject);
    return document ? { documentId: document.id, initial: await live.read(document.id, reader) } : null;
  };
}

async function evidenceWithNotes(version: EvidenceVersion, drafted: DraftedIn): Promise<RoomEvidence | null> {
  const notes = await drafted("notes", version.itemId, readNotes);
  if (!notes) return null;
  const { id, itemId, title, kind, perspective, source, date, place, language, limitations, limitationsNotKnown } = version;
  const blocks = blocksSchema.parse(version.blocks);
  return { itemId, versionId: id, title, kind, perspective, source, date, place, language, limitations, limitationsNotKnown, blocks, notes };
}
