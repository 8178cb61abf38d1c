import { expect, test } from "vitest";

import { followingOf } from "./following.ts";

const stages = ["ready", "reading", "drafting"];

test.each([
  ["follows the group", { nowId: "reading", askedId: null, writingId: null }, { shownId: "reading", movedOn: false, looking: "now" }],
  ["waits before the first stage", { nowId: null, askedId: null, writingId: null }, { shownId: null, movedOn: false, looking: "now" }],
  ["lets a person look back", { nowId: "drafting", askedId: "ready", writingId: null }, { shownId: "ready", movedOn: false, looking: "back" }],
  ["says when a person looks ahead", { nowId: "ready", askedId: "drafting", writingId: null }, { shownId: "drafting", movedOn: false, looking: "ahead" }],
  ["asking for the present stage is following", { nowId: "ready", askedId: "ready", writingId: null }, { shownId: "ready", movedOn: false, looking: "now" }],
  ["follows when the stage asked for was removed", { nowId: "ready", askedId: "gone", writingId: null }, { shownId: "ready", movedOn: false, looking: "now" }],
  ["does not pull a person away from a sentence", { nowId: "drafting", askedId: null, writingId: "reading" }, { shownId: "reading", movedOn: true, looking: "now" }],
  ["a sentence written in the present stage holds nobody back", { nowId: "reading", askedId: null, writingId: "reading" }, { shownId: "reading", movedOn: false, looking: "now" }],
] as const)("%s", (_name, situation, following) => {
  expect(followingOf({ stages, ...situation })).toEqual(following);
});
