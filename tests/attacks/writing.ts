/** What an honest person does in each kind of shared document: one thing at a time, as the page would. */
import type * as Y from "yjs";

import { addItem, moveItem, readList, setRemoved, textOf } from "#app/lists/lists.doc.ts";
import type { DocumentKind } from "#app/live/kinds.ts";
import { addRecord } from "#app/live/records.doc.ts";
import { splitsPair } from "#app/live/text-change.ts";
import { addNote, addReply, readNotes, replyWays, rewordNote, withdrawNote, withdrawReply } from "#app/notes/notes.doc.ts";
import { addGroup, addMaker, addQuestion, nameGroup, putInGroup, readQuestions, removeGroup, removeMaker, rewordQuestion, takeFromGroup, withdrawQuestion } from "#app/questions/questions.doc.ts";
import { addBarrier, addConcept, addCorrection, addReviewWords, addSaid, readTalk, rewordInTalk, setChecked, withdrawFromTalk } from "#app/talk/talk.doc.ts";

import type { Dice, Page } from "./pages.ts";

/** One of each shape: the other kinds are lists too. */
export const kinds = ["principles", "notes", "questions", "talk"] as const satisfies readonly DocumentKind[];

const words = ["gofal", " seibiant", "dŵr ", "tŷ", " respite", "😀", "👩‍👧", "a", "é", "ẁ", "🏴", "x".repeat(40)];

/** One thing an honest person does. */
export function act(page: Page, dice: Dice): void {
  if (page.kind === "notes") return annotate(page, dice);
  if (page.kind === "questions") return enquire(page, dice);
  if (page.kind === "talk") return talk(page, dice);
  draft(page, dice);
}

function draft(page: Page, dice: Dice): void {
  const { doc } = page;
  const { items } = readList(doc);
  const kind = dice.below(20);
  if (items.length === 0 || kind === 0) return addItem(doc, { id: newId(dice), order: newId(dice), text: dice.pick(words), lang: "cy" });
  const item = dice.pick(items);
  if (kind === 1) return moveItem(doc, item.id, newId(dice));
  if (kind === 2) return setRemoved(doc, item.id, dice.below(2) === 0);
  if (kind === 3) return addRecord(doc, "links", { id: newId(dice), itemId: item.id, by: page.writer.memberId, documentId: "d", otherItemId: "o" });
  if (kind === 4) return forget(doc, dice);
  const text = textOf(doc, item.id);
  if (text) type(text, dice);
}

function forget(doc: Y.Doc, dice: Dice): void {
  const links = [...doc.getMap("links").keys()];
  if (links.length > 0) doc.getMap("links").delete(dice.pick(links));
}

function type(text: Y.Text, dice: Dice): void {
  const before = text.toString();
  const at = snapped(before, dice.below(before.length + 1));
  const end = snapped(before, Math.min(before.length, at + dice.below(6)));
  const doc = text.doc;
  doc?.transact(() => {
    if (dice.below(3) === 0 && end > at) text.delete(at, end - at);
    else text.insert(at, dice.pick(words));
    // Changed one's mind within one keystroke, as dictation does.
    if (dice.below(10) === 0 && text.length > 0) text.delete(0, snapped(text.toString(), 1) || 2);
  });
}

function snapped(text: string, at: number): number {
  return splitsPair(text, at) ? at - 1 : at;
}

function annotate({ doc, writer }: Page, dice: Dice): void {
  const { notes, replies } = readNotes(doc);
  const [mine, myReplies] = [ownOf(notes, writer.memberId), ownOf(replies, writer.memberId)];
  const said = { id: newId(dice), by: writer.memberId, words: dice.pick(words), lang: "en" };
  const kind = dice.below(8);
  if (kind < 3 && mine.length > 0) return rewordNote(doc, dice.pick(mine).id, dice.pick(words) + newId(dice));
  if (kind < 5 && notes.length > 0) return addReply(doc, { ...said, noteId: dice.pick(notes).id, way: dice.pick(replyWays), because: dice.pick(words) });
  if (kind === 5 && mine.length > 1) return withdrawNote(doc, dice.pick(mine).id);
  if (kind === 6 && myReplies.length > 1) return withdrawReply(doc, dice.pick(myReplies).id);
  addNote(doc, { ...said, passage: [{ versionId: "v", blockId: "b", start: 0, end: 5, exact: "gofal", prefix: "", suffix: " 😀" }] });
}

function enquire({ doc, writer }: Page, dice: Dice): void {
  const { questions, makers, groups, grouped } = readQuestions(doc);
  const mine = ownOf(questions, writer.memberId);
  const my = { id: newId(dice), by: writer.memberId };
  const kind = dice.below(12);
  if (kind < 3 && mine.length > 0) return rewordQuestion(doc, dice.pick(mine).id, dice.pick(words) + newId(dice));
  if (kind === 3 && mine.length > 1) return withdrawQuestion(doc, dice.pick(mine).id);
  if (kind === 4 && questions.length > 0) return addMaker(doc, { ...my, questionId: dice.pick(questions).id });
  if (kind === 5 && ownOf(makers, writer.memberId).length > 0) return removeMaker(doc, dice.pick(ownOf(makers, writer.memberId)).id);
  if (kind === 6) return addGroup(doc, { ...my, name: dice.pick(words), lang: "cy" });
  if (kind === 7 && groups.length > 0) return nameGroup(doc, dice.pick(groups).id, { name: newId(dice), lang: "en" });
  if (kind === 8 && groups.length > 1) return removeGroup(doc, dice.pick(groups).id);
  if (kind === 9 && groups.length > 0 && questions.length > 0) return putInGroup(doc, { ...my, questionId: dice.pick(questions).id, groupId: dice.pick(groups).id });
  if (kind === 10 && grouped.length > 0) return takeFromGroup(doc, dice.pick(grouped).id);
  addQuestion(doc, { ...my, forMember: "", checked: false, words: dice.pick(words), lang: "en", passage: null, fromGroup: "" });
}

function talk({ doc, writer }: Page, dice: Dice): void {
  const { said } = readTalk(doc);
  const mine = ownOf(said, writer.memberId);
  const my = { id: newId(dice), by: writer.memberId, words: dice.pick(words), lang: "cy" };
  const kind = dice.below(10);
  if (kind < 2 && mine.length > 0) return rewordInTalk(doc, "said", { id: dice.pick(mine).id, words: newId(dice) });
  if (kind === 2 && mine.length > 0) return setChecked(doc, "said", { id: dice.pick(mine).id, checked: dice.below(2) === 0 });
  if (kind === 3 && mine.length > 1) return withdrawFromTalk(doc, "said", dice.pick(mine).id);
  if (kind === 4 && said.length > 0) return addCorrection(doc, { ...my, saidId: dice.pick(said).id });
  if (kind === 5) return addConcept(doc, my);
  if (kind === 6) return addBarrier(doc, { ...my, level: "system", stageId: "s" });
  if (kind === 7) return addReviewWords(doc, { ...my, about: "caring" });
  addSaid(doc, { ...my, forMember: "", checked: false, stageId: "s", way: "", replyTo: "", because: "" });
}

function ownOf<T extends { readonly by: string }>(records: readonly T[], memberId: string): T[] {
  return records.filter(({ by }) => by === memberId);
}

function newId(dice: Dice): string {
  return Array.from({ length: 8 }, () => dice.below(36).toString(36)).join("");
}
