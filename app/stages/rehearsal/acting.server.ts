/**
 * What the pretend members do when a stage comes, or a vote opens: small things, always the same, each once, through
 * the same functions as people's. They act only in a rehearsal.
 */
import type { AppLoadContext } from "@remix-run/node";

import { blocksSchema } from "#app/evidence/blocks.ts";
import { readList } from "#app/lists/lists.doc.ts";
import { perform } from "#app/lists/perform.doc.ts";
import type { DocumentKind } from "#app/live/kinds.ts";
import type { Reader } from "#app/live/live.doc.ts";
import { newId } from "#app/live/records.doc.ts";
import { describe } from "#app/notes/anchor.ts";
import { addNote, readNotes } from "#app/notes/notes.doc.ts";
import { sentencesOf } from "#app/notes/sentences.ts";
import { addQuestion, readQuestions } from "#app/questions/questions.doc.ts";
import { sayAssent } from "#app/rules/assents.server.ts";
import { decideOnFloor } from "#app/talk/floor.server.ts";
import { addReviewWords, addSaid, readTalk } from "#app/talk/talk.doc.ts";
import { candidatesSchema } from "#app/voting/round.ts";
import { castBallot } from "#app/voting/round.server.ts";
import type { Document, Member, Session } from "#prisma/client.ts";

import * as parts from "./cast.ts";

type House = Pick<AppLoadContext, "db" | "live" | "secrets">;

/** The rehearsal at this moment. */
interface Scene extends House {
  readonly session: Session;
  readonly stageId: string;
  /** In the order of the cast. */
  readonly people: readonly Member[];
  readonly documents: readonly Document[];
}

/** Call after each decision at the desk. Does nothing in a session that is no rehearsal, or is not open. */
export async function actInRehearsal(house: House, sessionId: string): Promise<void> {
  const session = await house.db.session.findFirst({ where: { id: sessionId, rehearsal: true, state: "open" }, include: { stages: true, documents: true } });
  const stage = session?.stages.find(({ id }) => id === session.currentStageId);
  if (!session || !stage) return;
  const people = await house.db.member.findMany({ where: { sessionId, pretend: true, removedAt: null }, orderBy: { id: "asc" } });
  const scene: Scene = { ...house, session, stageId: stage.id, people, documents: session.documents };
  await acts[stage.activity]?.(scene);
  await vote(scene);
}

const acts: Readonly<Partial<Record<string, (scene: Scene) => Promise<void>>>> = {
  ready: assent,
  reading: mark,
  thinking: thinkAlone,
  questions: ask,
  firstWords: talk,
  building: talk,
  lastWords: talk,
  principles: (scene) => draft(scene, "principles", parts.principles),
  priorities: (scene) => draft(scene, "priorities", parts.priorities),
  review: lookBack,
};

async function assent({ db, live, session, people }: Scene): Promise<void> {
  for (const place of parts.assenting) {
    const memberId = people[place]?.id;
    if (memberId) await sayAssent({ db, live }, { sessionId: session.id, memberId }, true);
  }
}

/** Each on the first sentence of an item, one item after another. */
async function mark(scene: Scene): Promise<void> {
  const table = await scene.db.sessionEvidence.findMany({ where: { sessionId: scene.session.id }, orderBy: { position: "asc" }, include: { version: true } });
  for (const [index, { by, words }] of parts.notes.entries()) {
    const version = table[index % Math.max(1, table.length)]?.version;
    const blocks = blocksSchema.parse(version?.blocks ?? []);
    const block = blocks.find(({ kind, text }) => kind === "paragraph" && text.trim() !== "");
    const sentence = block && sentencesOf(block.text)[0];
    if (!version || !block || !sentence) continue;
    const passage = describe({ versionId: version.id, blocks }, { from: { blockId: block.id, offset: sentence.start }, to: { blockId: block.id, offset: sentence.end } });
    await write(scene, { kind: "notes", subject: version.itemId, by, written: (doc) => readNotes(doc).notes }, (doc, { id, language }) => addNote(doc, { id: newId(), by: id, passage, words, lang: language }));
  }
}

async function thinkAlone({ db, session, people }: Scene): Promise<void> {
  for (const { by, words } of parts.privateNotes) {
    const person = people[by];
    if (!person || (await db.privateNote.count({ where: { memberId: person.id } })) > 0) continue;
    await db.privateNote.create({ data: { sessionId: session.id, memberId: person.id, text: words, lang: person.language } });
  }
}

async function ask(scene: Scene): Promise<void> {
  for (const { by, words } of parts.questions) {
    await write(scene, { kind: "questions", by, written: (doc) => readQuestions(doc).questions }, (doc, { id, language }) => addQuestion(doc, { id: newId(), by: id, forMember: "", words, lang: language, passage: null, fromGroup: "" }));
  }
}

/** Once a stage: one begins, the others answer what was said last; two put their hands up. */
async function talk(scene: Scene): Promise<void> {
  const { db, live, stageId, session, people, documents } = scene;
  const document = documents.find(({ kind }) => kind === "talk");
  if (!document) return;
  for (const { by, words, way, because } of parts.said) {
    const person = people[by];
    const before = (await live.read(document.id, readTalk)).said.filter((one) => one.stageId === stageId);
    if (!person || before.some((one) => one.by === person.id)) continue;
    const last = way === "" ? undefined : before.at(-1);
    const said = { id: newId(), by: person.id, forMember: "", checked: false, stageId, words, lang: person.language, replyTo: last?.id ?? "", way: last ? way : ("" as const), because: last ? because : "" };
    await live.write(document.id, person.id, (doc) => addSaid(doc, said));
  }
  for (const person of parts.raising.map((place) => people[place])) {
    const isNew = person && (await db.hand.count({ where: { memberId: person.id, stageId } })) === 0;
    if (isNew) await decideOnFloor({ db, live }, { ...person, sessionId: session.id }, { act: "raise", for: "" });
  }
}

async function draft(scene: Scene, kind: "principles" | "priorities", lines: readonly parts.Line[]): Promise<void> {
  const documentId = scene.documents.find((document) => document.kind === kind)?.id;
  if (!documentId) return;
  const there = (await scene.live.read(documentId, readList)).items.map(({ text }) => text);
  for (const { by, words } of lines.filter((line) => !there.includes(line.words))) {
    const person = scene.people[by];
    const lang = person?.language === "cy" ? "cy" : "en";
    if (person) await scene.live.write(documentId, person.id, (doc) => void perform(doc, { act: "add", text: words, lang }, { by: person.id, sources: [], foundation: null }));
  }
}

async function lookBack(scene: Scene): Promise<void> {
  for (const { by, words, about } of parts.reviewWords) {
    await write(scene, { kind: "talk", by, written: (doc) => readTalk(doc).review }, (doc, { id, language }) => addReviewWords(doc, { id: newId(), by: id, about, words, lang: language }));
  }
}

/** In whatever round is open; each begins with another candidate. */
async function vote({ db, secrets, session, people }: Scene): Promise<void> {
  const rounds = await db.round.findMany({ where: { sessionId: session.id, closedAt: null } });
  for (const { id: roundId, choose, candidates } of rounds) {
    const ids = candidatesSchema.parse(candidates).map((candidate) => candidate.id);
    for (const place of parts.voting) {
      const ranking = ids.map((_, index) => ids[(index + place) % ids.length] ?? "").slice(0, choose);
      const memberId = people[place]?.id;
      if (memberId) await castBallot(db, secrets, { roundId, memberId, ranking });
    }
  }
}

interface Part {
  readonly kind: DocumentKind;
  readonly subject?: string;
  /** Place in the cast. */
  readonly by: number;
  /** What the document holds of that sort: whoever is among its writers does not write again. */
  readonly written: Reader<readonly { readonly by: string }[]>;
}

async function write({ live, people, documents }: Scene, { kind, subject = "", by, written }: Part, change: (doc: Parameters<typeof addNote>[0], person: Member) => void): Promise<void> {
  const person = people[by];
  const document = documents.find((row) => row.kind === kind && row.subject === subject);
  if (!person || !document || (await live.read(document.id, written)).some((one) => one.by === person.id)) return;
  await live.write(document.id, person.id, (doc) => change(doc, person));
}
