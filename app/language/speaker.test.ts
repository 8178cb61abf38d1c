import { expect, test } from "vitest";

import { cy } from "./cy.ts";
import { en } from "./en.ts";
import { i18nFor } from "./i18n.ts";
import { speakerOf, type Speaker } from "./speaker.ts";

const languages = [["en", en], ["cy", cy]] as const;

/** All six forms of Welsh, and both of English. */
const counts = [0, 1, 2, 3, 6, 7, 12];

test.each(languages)("every sentence of %s is said in the browser as on the server", (language, words) => {
  const { t } = speakerOf(language, words);
  // Its type asks for one key that exists; here it is asked for all.
  const onTheServer = i18nFor(language, words).t as unknown as Speaker["t"];
  const plurals = keysOf(words).flatMap((key) => /^(.+)_one$/.exec(key)?.[1] ?? []);
  expect(plurals.length).toBeGreaterThan(50);
  const values = valuesOf(words);
  for (const key of [...keysOf(words), ...plurals]) {
    for (const given of [values, ...counts.map((count) => ({ ...values, count }))]) expect(t(key, given), key).toBe(onTheServer(key, given));
  }
});

test("words that come later join those that are known, and take nothing away", () => {
  const given = { lists: { add: "Add" }, common: { name: "Ymholi" } };
  const { t, add } = speakerOf("en", given);
  expect(t("lists.rules.add")).toBe("lists.rules.add");
  add({ lists: { rules: { add: "Add this rule" } } });
  expect([t("lists.add"), t("lists.rules.add"), t("common.name")]).toEqual(["Add", "Add this rule", "Ymholi"]);
  expect(given).toEqual({ lists: { add: "Add" }, common: { name: "Ymholi" } });
});

/** Dotted keys of every sentence. */
function keysOf(words: object, before = ""): string[] {
  return Object.entries(words).flatMap(([key, value]: [string, string | object]) => (typeof value === "string" ? [before + key] : keysOf(value, `${before}${key}.`)));
}

/** Something for every {{value}} in them, such as people type it. */
function valuesOf(words: object): Record<string, string> {
  const names = [...JSON.stringify(words).matchAll(/{{(\w+)}}/g)].map(([, name = ""]) => name);
  return Object.fromEntries(names.filter((name) => name !== "count").map((name) => [name, `Siân ${name} $& “tŷ” <b> {{count}}`]));
}
