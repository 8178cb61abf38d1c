import { expect, test } from "vitest";

import { backTo } from "#app/session/back-to.ts";

import { addressOf, errandKinds, readAddress } from "./addresses.ts";

test.each(errandKinds)("the address of a form can be read back: %s", (kind) => {
  const address = addressOf({ action: "/s/s1/notes", back: "/s/s1?stage=2", documentId: "d&1" }, { kind, id: "x=1" });
  const { pathname, searchParams } = new URL(address, "https://ymholi.example");
  expect([pathname, readAddress(searchParams), searchParams.get("back")]).toEqual(["/s/s1/notes", { documentId: "d&1", errand: { kind, id: "x=1" } }, "/s/s1?stage=2"]);
});

test("an address about nothing is none", () => {
  expect(readAddress(new URLSearchParams("document=d1"))).toBeNull();
});

test.each([
  ["the room", "/s/s1", "/s/s1"],
  ["a stage of it", "/s/s1?stage=2", "/s/s1?stage=2"],
  ["another room", "/s/s12", "/s/s1"],
  ["another site", "//evil.example", "/s/s1"],
  ["nothing", null, "/s/s1"],
])("one comes back to the room: %s", (_name, asked, to) => {
  expect(backTo(asked, "s1")).toBe(to);
});
