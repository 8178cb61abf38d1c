import { expect, test } from "vitest";

import { readForm } from "#app/ui/form.server.ts";

import { newSessionForm, prepareForm } from "./session-form.server.ts";

test("a new session is read from its form", () => {
  const submission = readForm(posted({ template: "priorityWorkshop", "title.en": " Workshop ", "title.cy": "", publishCount: "3", "mix.carer": "2", "mix.manager": "", evidence: "v1" }), newSessionForm);
  expect(submission.status === "success" && submission.value).toEqual({ template: "priorityWorkshop", title: { en: "Workshop" }, publishCount: 3, mix: { carer: 2 }, evidence: ["v1"] });
});

test.each([
  ["no title", { "title.en": "", "title.cy": "" }, { "title.en": ["session.title.missing"] }],
  ["no template", { template: "" }, { template: ["session.template.missing"] }],
  ["a word for a number", { publishCount: "many" }, { publishCount: ["session.publish.wrong"] }],
  ["nothing to publish", { publishCount: "0" }, { publishCount: ["session.publish.wrong"] }],
  ["half a carer", { "mix.carer": "1.5" }, { "mix.carer": ["session.mix.wrong"] }],
])("%s is answered with a word key at the field", (_, wrong, problems) => {
  const right = { template: "priorityWorkshop", "title.en": "Workshop", publishCount: "3" };
  expect(readForm(posted({ ...right, ...wrong }), newSessionForm).reply().error).toEqual(problems);
});

test("a stage needs a name in one language, and whole minutes", () => {
  const submission = readForm(posted({ intent: "addStage", activity: "prompt", minutes: "0" }), prepareForm);
  expect(submission.reply().error).toEqual({ minutes: ["session.minutes.wrong"], "name.en": ["session.stage.nameMissing"] });
});

test("a stage without prompts is a stage", () => {
  const submission = readForm(posted({ intent: "editStage", id: "s1", activity: "reading", minutes: "5", "name.cy": "Egwyl", "prompt.en": "" }), prepareForm);
  expect(submission.status === "success" && submission.value).toEqual({ intent: "editStage", id: "s1", activity: "reading", minutes: 5, name: { cy: "Egwyl" }, prompt: {} });
});

function posted(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}
