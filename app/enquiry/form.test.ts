import { expect, test } from "vitest";

import { readForm } from "#app/ui/form.server.ts";

import { enquiryForm } from "./form.server.ts";

test("an empty form names all that is missing", () => {
  expect(problemsOf([])).toEqual({
    title: ["enquiry.title.missing"],
    question: ["enquiry.question.missing"],
    purpose: ["enquiry.purpose.missing"],
    languages: ["enquiry.languages.missing"],
  });
});

test.each(["en", "cy"])("words in one language are enough: %s", (language) => {
  expect(problemsOf([...["title", "question", "purpose"].map((name) => [`${name}.${language}`, "Words"] as const), ["languages", language]])).toEqual({});
});

test.each([["01234 567 890", {}], ["+44 (0)1234", {}], ["ask Mair", { safeguardingPhone: ["enquiry.safeguarding.phoneWrong"] }]])("a telephone number: %s", (phone, problems) => {
  expect(problemsOf([["title.cy", "a"], ["question.cy", "b"], ["purpose.cy", "c"], ["languages", "cy"], ["safeguardingPhone", phone]])).toEqual(problems);
});

function problemsOf(boxes: readonly (readonly [string, string])[]): unknown {
  const form = new FormData();
  for (const [name, value] of boxes) form.set(name, value);
  const read = readForm(form, enquiryForm);
  return read.status === "success" ? {} : read.error;
}
