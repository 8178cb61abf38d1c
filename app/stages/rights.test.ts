import { expect, test } from "vitest";

import { documentKinds } from "#app/live/kinds.ts";

import { activities } from "./activities.ts";
import { rightsOf, whyReadOnly, type Standing } from "./rights.ts";

const open: Standing = { state: "open", role: "participant", activity: "principles", frozen: false, rulesAgreed: false };

test.each([
  ["a participant drafts principles at their stage", open, "principles", "write"],
  ["a participant only reads priorities at the stage before", open, "priorities", "read"],
  ["a participant may still reword a principle while priorities are drafted", { ...open, activity: "priorities" }, "principles", "write"],
  ["a participant marks evidence while others draft", open, "notes", "write"],
  ["a facilitator may draft at any stage", { ...open, role: "facilitator", activity: "prompt" }, "priorities", "write"],
  ["nobody rewords what is frozen", { ...open, role: "facilitator", frozen: true }, "principles", "read"],
  ["notes stay open while wording is frozen", { ...open, frozen: true }, "notes", "write"],
  ["questions are written at their own stage only", open, "questions", "read"],
  ["what people say is kept at any stage", { ...open, frozen: true, rulesAgreed: true }, "talk", "write"],
  ["anybody may reword a ground rule", { ...open, frozen: true }, "rules", "write"],
  ["rules that were agreed stand until they are opened again", { ...open, role: "facilitator", rulesAgreed: true }, "rules", "read"],
  ["a stage of a later version runs as a prompt", { ...open, activity: "weaving" }, "principles", "read"],
  ["nothing is seen before the session opens", { ...open, state: "preparing" }, "notes", "none"],
] as const)("%s", (_name, standing, kind, rights) => {
  expect(rightsOf(standing, kind)).toBe(rights);
});

test("a closed session is read by everybody and written by nobody", () => {
  for (const kind of documentKinds)
    for (const role of ["participant", "facilitator"] as const)
      for (const { key } of activities) expect(rightsOf({ state: "closed", role, activity: key, frozen: false, rulesAgreed: false }, kind)).toBe("read");
});

test.each([
  ["a list that may be written says nothing", open, "principles", null],
  ["another list waits for its stage", open, "priorities", "notNow"],
  ["frozen wording says so", { ...open, frozen: true }, "principles", "frozen"],
  ["agreed rules say so", { ...open, rulesAgreed: true }, "rules", "agreed"],
  ["rules stay open while other wording is frozen", { ...open, frozen: true }, "rules", null],
  ["everything is closed in a closed session", { ...open, state: "closed", frozen: true, rulesAgreed: true }, "rules", "closed"],
] as const)("%s", (_name, standing, kind, why) => {
  expect(whyReadOnly(standing, kind)).toBe(why);
});
