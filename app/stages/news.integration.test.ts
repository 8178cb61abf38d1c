import { expect, test } from "vitest";

import { readSeen, newsSince } from "#app/session/news.ts";
import { addBarrier, addConcept, addReviewWords, addSaid, withdrawFromTalk } from "#app/talk/talk.doc.ts";
import { aMember, aSession, aTeam } from "#tests/session-rows.ts";
import { scratchHouse } from "#tests/scratch-house.ts";

import { countsIn } from "./news.server.ts";

const house = await scratchHouse();
const { db, live } = house;

test("the desk counts what was said, the ideas, what gets in the way and the review, each as its own; what was taken back counts no more", async () => {
  const { enquiryId } = await aTeam(db);
  const { id } = await aSession(db, enquiryId, { state: "open" });
  const by = await aMember(db, id);
  const talk = await db.document.create({ data: { sessionId: id, kind: "talk" } });
  const plain = { by, words: "Nobody rings back.", lang: "en" };
  await live.write(talk.id, by, (doc) => {
    addSaid(doc, { ...plain, id: "said", forMember: "", checked: false, stageId: "", way: "", replyTo: "", because: "" });
    addConcept(doc, { ...plain, id: "idea" });
    for (const one of ["form", "distance"]) addBarrier(doc, { ...plain, id: one, level: "system", stageId: "" });
    addReviewWords(doc, { ...plain, id: "review", about: "rules" });
  });
  const seen = readSeen(null);
  expect(newsSince(seen, await countsIn(house, id))).toEqual([{ kind: "ideas", more: 1 }, { kind: "said", more: 1 }, { kind: "barriers", more: 2 }, { kind: "review", more: 1 }]);
  await live.write(talk.id, by, (doc) => withdrawFromTalk(doc, "barriers", "form"));
  expect((await countsIn(house, id)).barriers).toBe(1);
});
