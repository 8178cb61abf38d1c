import { expect, test } from "vitest";

import { readForm } from "#app/ui/form.server.ts";

import { evidenceForm, readEvidenceForm } from "./form.server.ts";

const COMPLETE = { title: "A week", kind: "livedExperience", perspective: "Carers", source: "A group", language: "cy", text: "# Monday\n\nWords." };

test.each<[name: string, said: Record<string, string>, problems: Record<string, string[]>]>([
  ["limitations in words", { "limitations.said": "written", "limitations.words": "One group." }, {}],
  ["limitations not known", { "limitations.said": "notKnown" }, {}],
  ["to be said later", { "limitations.said": "later" }, {}],
  ["nothing said", {}, { "limitations.said": ["evidence.limitations.choose"] }],
  ["words promised but missing", { "limitations.said": "written" }, { "limitations.words": ["evidence.limitations.missing"] }],
  ["both words and not known", { "limitations.said": "notKnown", "limitations.words": "One group." }, { "limitations.said": ["evidence.limitations.both"] }],
])("limitations: %s", (_name, said, problems) => {
  expect(problemsOf({ ...COMPLETE, ...said })).toEqual(problems);
});

test("every empty box is named at once", () => {
  expect(Object.keys(problemsOf({})).sort()).toEqual(["kind", "language", "limitations.said", "perspective", "source", "text", "title"]);
});

test("a text of which nothing is left is no text", () => {
  expect(problemsOf({ ...COMPLETE, "limitations.said": "notKnown", text: "![a picture](a.png)" })).toEqual({ text: ["evidence.text.missing"] });
});

test("a text that is too long is refused, never cut", () => {
  expect(problemsOf({ ...COMPLETE, "limitations.said": "notKnown", text: "word ".repeat(50_000) })).toEqual({ text: ["evidence.text.tooLong"] });
});

test("what the page and the desk left out is counted together; rubbish counts are nothing", () => {
  const dropped = (json: string) => {
    const read = readForm(formOf({ ...COMPLETE, "limitations.said": "later", text: "Words ![p](a.png)", dropped: json }), evidenceForm);
    return read.status === "success" ? readEvidenceForm(read.value).dropped : read.error;
  };
  expect(dropped('{"pictures":2,"tables":1}')).toEqual({ pictures: 3, tables: 1, links: 0, others: 0 });
  expect(dropped('{"pictures":')).toEqual({ pictures: 1, tables: 0, links: 0, others: 0 });
  expect(dropped('{"pictures":-5}')).toEqual({ pictures: 1, tables: 0, links: 0, others: 0 });
});

function problemsOf(boxes: Record<string, string>) {
  const read = readForm(formOf(boxes), evidenceForm);
  return read.status === "success" ? {} : (read.error ?? {});
}

function formOf(boxes: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(boxes)) form.set(name, value);
  return form;
}
