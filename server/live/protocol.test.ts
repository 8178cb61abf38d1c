/** PROTOCOL.md is for strangers, who have nothing else: what the code declares stands in it, and nothing more. */
import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { closeCodes, messages } from "#app/live/codes.ts";

const page = readFileSync(new URL("PROTOCOL.md", import.meta.url), "utf8");

test("every message stands in PROTOCOL.md by its number and name, and no other", () => {
  const told = [...numbersIn("On a document"), ...numbersIn("On a noticeboard")];
  const declared = Object.entries(messages).map(([name, number]) => `${number} ${spoken(name)}`);
  expect(new Set(told)).toEqual(new Set(declared));
});

test("every close code stands in PROTOCOL.md, and no other", () => {
  const told = numbersIn("Close codes").map(Number);
  expect(told).toEqual(Object.values(closeCodes).sort((a, b) => a - b));
});

test("no number of a message or close code is declared twice", () => {
  for (const declared of [messages, closeCodes]) expect(new Set(Object.values(declared)).size).toBe(Object.values(declared).length);
});

/** The first column of the table under a heading. */
function numbersIn(heading: string): string[] {
  const section = page.split(/^#{2,3} /m).find((part) => part.startsWith(`${heading}\n`)) ?? "";
  return [...section.matchAll(/^\| (\d[^|]*) \|/gm)].map(([, cell = ""]) => cell.trim());
}

/** "awarenessQuery" → "awareness query". */
function spoken(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
