/** What members write in a session, each by the road that a browser without JavaScript takes, which refuses what is not allowed then. */
import type { AppLoadContext } from "@remix-run/node";

import { changeList } from "#app/lists/lists.server.ts";
import { newId } from "#app/live/records.doc.ts";
import { doErrand } from "#app/notes/notes.server.ts";
import { changeQuestions } from "#app/questions/questions.server.ts";
import type { Seated } from "#app/session/seat.server.ts";
import { askingHand } from "#app/stages/asking.server.ts";
import { whyReadOnly } from "#app/stages/rights.ts";
import { roomFor } from "#app/stages/room.server.ts";
import type { Room } from "#app/stages/room.ts";
import { takeReflection } from "#app/talk/reflections.server.ts";
import { changeConcepts } from "#app/talk/concepts.server.ts";
import { takeAct } from "#app/talk/talk.server.ts";
import { keepNote } from "#app/thinking/private-notes.server.ts";

type House = Pick<AppLoadContext, "db" | "live" | "secrets">;
type Write = (house: House, room: Room, by: Contributor & { readonly words: string }) => Promise<boolean>;

interface Contributor {
  readonly member: Seated;
}

const lang = "en";

/** Each answers whether it was accepted. */
const writes = {
  said: async (house, { board }, { member, words }) => (await takeAct(house, member, { act: "say", stage: board.stageId ?? "", words, lang, replyTo: "", way: "", because: "", for: "", checked: "" })).ok,
  asked: ask,
  note: async (house, { evidence }, { member, words }) => !("problems" in (await doErrand(house, member, { act: "note", document: evidence[0]?.notes.documentId ?? "", back: "", block: "b", from: 0, to: 0, words, lang }))),
  concept: async (house, _room, { member, words }) => (await changeConcepts(house, member, formOf({ act: "add", words, lang }))) === null,
  barrier: async (house, { board }, { member, words }) => (await takeReflection(house, member, { act: "barrier", level: "system", words, lang, stage: board.stageId ?? "" })) === null,
  review: async (house, _room, { member, words }) => (await takeReflection(house, member, { act: "review", about: "caring", words, lang })) === null,
  rules: draft("rules"),
  principles: draft("principles"),
  priorities: draft("priorities"),
} satisfies Record<string, Write>;

export const kindsOfContribution = Object.keys(writes) as readonly (keyof typeof writes)[];

/** Writes something that nothing else is like. Answers its words when they were accepted, and null when not. */
export async function contribute(house: House, member: Seated, kind: keyof typeof writes): Promise<string | null> {
  const words = `${kind} ${newId()}`;
  return (await writes[kind](house, await roomFor(house, member), { member, words })) ? words : null;
}

/** On the pages of their small group, or the room's. */
async function ask(house: House, { group, questions }: Room, { member, words }: Parameters<Write>[2]): Promise<boolean> {
  const documentId = (group?.questions ?? questions)?.documentId ?? "";
  const asking = await askingHand(house, member, documentId);
  return "at" in (await changeQuestions(house.live, { documentId, act: { act: "ask", words, lang, note: "", forMember: "" }, ...asking }));
}

function draft(kind: "rules" | "principles" | "priorities"): Write {
  return async ({ live }, room, { member, words }) => {
    const { board: { state, frozen, rulesAgreed, stages, stageId } } = room;
    const activity = stages.find(({ id }) => id === stageId)?.activity ?? null;
    const readOnly = whyReadOnly({ state, frozen, rulesAgreed, activity, role: member.role }, kind);
    const outcome = await changeList(live, { documentId: room[kind]?.documentId ?? "", act: { act: "add", text: words, lang }, hand: { by: member.id, sources: [], foundation: null }, readOnly });
    return outcome.came === "added";
  };
}

/** For its writer alone. */
export async function thinkInPrivate(house: House, member: Seated, text: string): Promise<void> {
  await keepNote(house.db, member, { id: newId(), text, lang });
}

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}
