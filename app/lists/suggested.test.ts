import { expect, test } from "vitest";

import { notYetOn, wordingFor } from "./suggested.ts";

const suggested = [{ id: "why", en: "Say why", cy: "Dywedwch pam" }, { id: "room", en: "Make room", cy: "Gwnewch le" }];

test.each([
  ["a suggestion is read in the reader's language", { text: "Say why", lang: "en" }, { text: "Dywedwch pam", lang: "cy" }],
  ["in whichever it was added", { text: "Dywedwch pam ", lang: "cy" }, { text: "Dywedwch pam", lang: "cy" }],
  ["a changed one stays as it was written", { text: "Say why, briefly", lang: "en" }, { text: "Say why, briefly", lang: "en" }],
])("%s", (_name, item, shown) => {
  expect(wordingFor(item, suggested, "cy")).toMatchObject(shown);
});

test("what was added is not suggested again: as it was, reworded, or in somebody's own words", () => {
  expect(notYetOn([{ id: "own", text: "Gwnewch le" }, { id: "another", text: "Be kind" }], suggested)).toEqual([suggested[0]]);
  expect(notYetOn([{ id: "room", text: "Make a lot of room" }], suggested)).toEqual([suggested[0]]);
});
