import { expect, test } from "vitest";

import { rightsInDocument, type RightsQuestion, type SessionStanding } from "./document-rights.ts";

const pages = new Map([["working", { memberIds: new Set(["sian"]), merged: false }], ["back", { memberIds: new Set(["sian"]), merged: true }]]);
const standing: SessionStanding = { state: "open", activity: "questions", frozen: false, rulesAgreed: false, pages };
const sian: RightsQuestion = { memberId: "sian", role: "participant", documentId: "working", kind: "questions" };

test.each([
  ["a member of the group writes on its pages", sian, standing, "write"],
  ["nobody else knows of them", { ...sian, memberId: "colin" }, standing, "none"],
  ["the facilitator reads and writes them", { ...sian, memberId: "mair", role: "facilitator" }, standing, "write"],
  ["once back they are only read", { ...sian, documentId: "back" }, standing, "read"],
  ["by the facilitator too", { ...sian, documentId: "back", memberId: "mair", role: "facilitator" }, standing, "read"],
  ["at another stage they are only read", sian, { ...standing, activity: "building" }, "read"],
  ["when the session has closed they are only read", sian, { ...standing, state: "closed" }, "read"],
  ["still by nobody else", { ...sian, memberId: "colin" }, { ...standing, state: "closed" }, "none"],
  ["the room's own questions are everybody's", { ...sian, memberId: "colin", documentId: "the room's" }, standing, "write"],
] as const)("%s", (_name, question, at, rights) => {
  expect(rightsInDocument(at, question)).toBe(rights);
});
