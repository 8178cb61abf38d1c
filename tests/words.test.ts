/** Words that nobody says are a burden on whoever translates them. */
import { readdirSync, readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { en } from "#app/language/en.ts";

const root = new URL("..", import.meta.url);

test("every sentence is said somewhere", () => {
  const said = keysIn(sources());
  expect(keysOf(en).filter((key) => !said.some((names) => names(key)))).toEqual([]);
});

/** Each sentence's name, once for all its plurals: "talk.floor.hands". */
function keysOf(words: object, before: readonly string[] = []): string[] {
  const keys = Object.entries(words).flatMap(([name, value]: [string, unknown]) => (typeof value === "object" && value !== null ? keysOf(value, [...before, name]) : [[...before, name.replace(/_(zero|one|two|few|many|other)$/, "")].join(".")]));
  return [...new Set(keys)];
}

/** A gap in a template literal, with one pair of braces in it at the most. */
const GAP = "\\$\\{(?:[^{}]|\\{[^{}]*\\})*\\}";
const TEXT = new RegExp(`["'\`]([a-z]\\w*(?:\\.(?:\\w|${GAP})+)+)["'\`]`, "gi");

/** What names a sentence: a text in quotes, whole, or one with gaps, in which anything but a dot may stand. */
function keysIn(sources: readonly string[]): ((key: string) => boolean)[] {
  const texts = new Set(sources.flatMap((source) => [...source.matchAll(TEXT)].map(([, text = ""]) => text)));
  return [...texts].map((text) => {
    if (!text.includes("${")) return (key) => key === text;
    const pattern = new RegExp(`^${text.split(new RegExp(GAP)).map((part) => part.replaceAll(".", "\\.")).join("[^.]+")}$`);
    return (key) => pattern.test(key);
  });
}

function sources(): string[] {
  return ["app", "server"].flatMap((folder) => readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" }).filter((path) => /\.tsx?$/.test(path) && !/^language\/(en|cy)\/|\.test\./.test(path)).map((path) => readFileSync(new URL(`${folder}/${path}`, root), "utf8")));
}
