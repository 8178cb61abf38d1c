import { expect, test } from "vitest";
import * as Y from "yjs";

import { talkActs, type TalkAct } from "./acts.ts";
import { needsDesk, perform } from "./perform.doc.ts";
import { readTalk } from "./talk.doc.ts";

test("a contribution is its speaker's, at its stage; an answer says what it answers", () => {
  const doc = new Y.Doc();
  const first = saidBy(doc, "ann", { words: "The asking is the hard part." });
  saidBy(doc, "colin", { replyTo: first, way: "builds", words: "One number would do.", because: "never kept" });
  expect(readTalk(doc).said).toMatchObject([
    { by: "ann", forMember: "", stageId: "s1", way: "", checked: false },
    { by: "colin", replyTo: first, way: "builds", because: "" },
  ]);
});

test("an answer to what was taken back meanwhile is not made", () => {
  const doc = new Y.Doc();
  expect(perform(doc, act({ act: "say", stage: "s1", words: "But why?", lang: "en", replyTo: "gone", way: "asks" }), page("ann"))).toEqual({ came: "gone" });
  expect(readTalk(doc).said).toEqual([]);
});

test("what a scribe rewords has to be checked again", () => {
  const doc = new Y.Doc();
  const id = saidBy(doc, "scribe", { for: "gwen", checked: "yes" });
  expect(readTalk(doc).said[0]).toMatchObject({ by: "scribe", forMember: "gwen", checked: true });
  perform(doc, act({ act: "reword", said: id, words: "Other words" }), page("scribe"));
  expect(readTalk(doc).said[0]).toMatchObject({ words: "Other words", checked: false });
  perform(doc, act({ act: "check", said: id }), page("scribe"));
  expect(readTalk(doc).said[0]?.checked).toBe(true);
});

test("a person corrects what was written for them, and nobody corrects another's", () => {
  const doc = new Y.Doc();
  const id = saidBy(doc, "scribe", { for: "gwen" });
  expect(perform(doc, act({ act: "correct", said: id, words: "Mine.", lang: "cy" }), page("colin"))).toEqual({ came: "gone" });
  perform(doc, act({ act: "correct", said: id, words: "Mine.", lang: "cy" }), page("gwen"));
  expect(readTalk(doc).corrections).toMatchObject([{ by: "gwen", saidId: id, words: "Mine.", lang: "cy" }]);
});

test("only one's own words are reworded or taken back on a page; the desk takes back what was written for somebody, with every wording", () => {
  const doc = new Y.Doc();
  const id = saidBy(doc, "scribe", { for: "gwen" });
  perform(doc, act({ act: "correct", said: id, words: "Mine.", lang: "en" }), page("gwen"));
  const back = act({ act: "withdraw", said: id });
  expect(perform(doc, act({ act: "reword", said: id, words: "Not mine" }), page("gwen"))).toEqual({ came: "gone" });
  expect(perform(doc, back, page("gwen"))).toEqual({ came: "gone" });
  expect(["gwen", "scribe", "colin"].map((by) => needsDesk(readTalk(doc), back, by))).toEqual([true, true, true]);
  expect(perform(doc, back, { by: "colin", isDesk: true })).toEqual({ came: "gone" });
  expect(perform(doc, back, { by: "gwen", isDesk: true })).toEqual({ came: "withdrawn", id });
  expect(readTalk(doc)).toMatchObject({ said: [], corrections: [] });
});

test("one's own words are taken back on the page itself", () => {
  const doc = new Y.Doc();
  const id = saidBy(doc, "ann", {});
  const back = act({ act: "withdraw", said: id });
  expect(needsDesk(readTalk(doc), back, "ann")).toBe(false);
  expect(perform(doc, back, page("ann"))).toEqual({ came: "withdrawn", id });
});

const page = (by: string) => ({ by, isDesk: false });
const act = (form: Record<string, string>): TalkAct => talkActs.parse(form);

function saidBy(doc: Y.Doc, by: string, form: Record<string, string>): string {
  const outcome = perform(doc, act({ act: "say", stage: "s1", words: "Words", lang: "en", ...form }), page(by));
  return "id" in outcome ? outcome.id : "";
}
