import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { expect, test } from "vitest";

import { cy } from "#app/language/cy.ts";
import { en } from "#app/language/en.ts";
import { i18nFor } from "#app/language/i18n.ts";
import type { Language } from "#app/language/languages.ts";
import { aLink, aList, aNote, anItem, aQuote, aRecord, aReply, aRound, someEvidence } from "#tests/builders.ts";

import type { SessionRecord } from "./record.ts";
import { buildReport } from "./report.ts";
import { ReportView } from "./report-view.tsx";

const words = { en, cy };
const days = { opened: null, closed: "2 March 2026", withdrawn: [], rounds: {} };

test.each(["en", "cy"] as const)("every link within the report leads to one place in it (%s)", (language) => {
  const html = draw(aFullRecord(), language);
  const places = all(html, / id="([^"]+)"/g);
  expect(new Set(places).size).toBe(places.length);
  const links = all(html, / href="#([^"]+)"/g);
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter((link) => !places.includes(link))).toEqual([]);
});

test.each(["en", "cy"] as const)("no heading skips a level (%s)", (language) => {
  const levels = all(draw(aFullRecord(), language), /<h([1-6])/g).map(Number);
  expect(levels.filter((level, index) => index > 0 && level > levels[index - 1]! + 1)).toEqual([]);
});

test("no word is missing in either language", () => {
  for (const language of ["en", "cy"] as const) expect(draw(aFullRecord(), language)).not.toMatch(/\b(report|voting|common|session)\.[a-z]+\./i);
});

test("words in the other language carry it, and say so", () => {
  const html = draw(aRecord({ priorities: aList({ items: [anItem({ id: "pot", text: "Wynebau cyfarwydd", lang: "cy" })] }) }), "en");
  expect(html).toContain('<span lang="cy">Wynebau cyfarwydd</span> <span class="aside font-normal">(in Welsh)</span>');
});

test("what has no quote behind it says so", () => {
  expect(draw(aRecord(), "en")).toContain("No quote behind this");
});

test("a session that agreed nothing has a report that calls it a valid ending", () => {
  const html = draw(aRecord({ principles: aList(), priorities: aList() }), "en");
  expect(html).toContain("That is a valid ending");
  expect(html).toContain("There was nothing to put in order");
});

test("an outcome short of its mix says at the top that it is a recommendation only", () => {
  const round = aRound([{ id: "notice", text: "Shorter notice" }]);
  const html = draw(aRecord({ rounds: [{ ...round, outcome: { ...round.outcome, recommendationOnly: true, missing: [{ perspective: "drawsOnCare", needed: 1, present: 0 }] } }] }), "en");
  expect(html.indexOf("Recommendation only")).toBeLessThan(html.indexOf("In this report"));
});

test.each(["en", "cy"] as const)("each stage tells its part: rules, questions, the one chosen, what was said, the review (%s)", (language) => {
  const html = draw(aTalkedRecord(), language);
  for (const told of ["Say why", "Who asks first?", "Nobody asked me", "because", "No beds", "We listened"]) expect(html).toContain(told === "because" ? words[language].report.quote.because : told);
  expect(html).toContain(words[language].report.rules.agreed);
  expect(html).toContain(words[language].report.choosing.vote.replace(/'/g, "&#x27;"));
  expect(html).toContain(words[language].report.talk.scribedChecked.replace(/'/g, "&#x27;"));
});

test.each(["en", "cy"] as const)("a session that chose twice tells both questions and how each was chosen (%s)", (language) => {
  const record = aTalkedRecord();
  const choices = [{ how: "vote" as const, came: "tied" as const, questionIds: [["q1"], ["q2"]] }, { how: "vote" as const, came: "chosen" as const, questionIds: [["q1"]] }, { how: "facilitator" as const, came: "chosen" as const, questionIds: [["q2"]] }];
  const html = draw({ ...record, questions: { ...record.questions, chosen: { questionIds: ["q2"], how: "facilitator" }, choices } }, language);
  const told = words[language].report;
  for (const sentence of [told.choosing.inOrder, told.choosing.tied, told.choosing.vote, told.choosing.facilitator]) expect(html).toContain(sentence.replace(/'/g, "&#x27;"));
  expect(html.indexOf(told.choosing.tied)).toBeLessThan(html.indexOf(told.choosing.vote));
  expect(html).not.toContain(told.choosing.parked);
  expect(html.split(told.questions.isChosen)).toHaveLength(3);
});

test("a stage that left nothing says so", () => {
  const html = draw(aRecord({ stages: [aStage("questions"), aStage("building")] }), "en");
  expect(html).toContain("No questions were written");
  expect(html).toContain("What was only spoken is not kept");
});

test.each(["en", "cy"] as const)("what was said at a stage that is not talk stands under it, and what was said at a removed one at the end (%s)", (language) => {
  const said = [aSaid({ id: "s1", stage: 0, words: "I am ashamed to ask" }), aSaid({ id: "s2", stage: null, words: "We stopped too soon" })];
  const html = draw(aRecord({ stages: ["thinking", "building"].map(aStage), talk: { said, concepts: [], barriers: [], review: [] } }), language);
  const { here, none, atNone } = words[language].report.talk;
  inOrder(html, [here, "I am ashamed to ask", none, atNone, "We stopped too soon"]);
});

test("ideas are told also where no stage was planned for them", () => {
  const talk = { said: [], concepts: [{ id: "c", by: null, words: "being asked", lang: "en" }], barriers: [], review: [] };
  inOrder(draw(aRecord({ stages: [aStage("building")], talk }), "en"), ["Beside these stages", "Gathering ideas", "being asked"]);
  expect(draw(aRecord({ stages: [aStage("concepts")], talk }), "en")).not.toContain("Beside these stages");
});

test.each(["en", "cy"] as const)("a stage that was not held says so, and nothing about what it left (%s)", (language) => {
  const html = draw(aRecord({ stages: [{ ...aStage("questions"), held: false }, aStage("building")] }), language);
  const { notHeld, questions } = words[language].report;
  expect(html).toContain(`(${notHeld})`);
  expect(html).not.toContain(questions.none);
});

test("what the group made is told by the stage that was held, and by one that was not rather than by none", () => {
  const rules = { agreed: true, items: [{ id: "rule", text: "Say why", lang: "en" }] };
  const stages = [{ ...aStage("ready"), held: false }, aStage("building"), aStage("ready")];
  inOrder(draw(aRecord({ stages, rules }), "en"), ["1. ready", "2. building", "3. ready", "Say why"]);
  inOrder(draw(aRecord({ stages: stages.slice(0, 2), rules }), "en"), ["1. ready", "Say why", "2. building"]);
});

test("two rounds tell what moved between them; after one that published no places nothing is compared", () => {
  const order = ["notice", "pot"].map((id) => ({ id, text: `Wording of ${id}` }));
  const first = aRound(order);
  const html = draw(aRecord({ rounds: [first, aRound(order.toReversed(), { number: 2 })] }), "en");
  inOrder(html.slice(html.indexOf('id="part-outcome"')), ["Wording of pot", "Since the round before: Up from 2", "Wording of notice", "Since the round before: Down from 1"]);
  const untold: typeof first = { ...first, outcome: { ...first.outcome, result: { state: "tooFew" } } };
  expect(draw(aRecord({ rounds: [untold, aRound(order, { number: 2 })] }), "en")).not.toContain("Since the round before");
});

test("what people wrote cannot become markup", () => {
  const priorities = aList({ items: [anItem({ id: "pot", text: "<img src=x onerror=alert(1)>" })] });
  expect(draw(aRecord({ priorities }), "en")).not.toContain("<img");
});

function draw(record: SessionRecord, language: Language): string {
  return renderToStaticMarkup(
    <I18nextProvider i18n={i18nFor(language, words[language])}>
      <ReportView report={buildReport(record)} days={days} />
    </I18nextProvider>,
  );
}

/** Two rounds, a priority out of the list, one reworded and removed, a quote from elsewhere, overlapping words, replies. */
function aFullRecord(): SessionRecord {
  const quotes = [aQuote({ id: "one", itemId: "principle" }), aQuote({ id: "two", itemId: "principle", exact: "the first day just" }), aQuote({ id: "lost", itemId: "principle", versionId: "elsewhere" })];
  const order = ["notice", "pot", "call", "count"].map((id) => ({ id, text: `Wording of ${id}` }));
  return aRecord({
    requiredMix: { carer: 2, practitioner: 1 },
    people: { minimum: 3, total: 8, groups: [{ perspectives: ["carer"], people: 4 }, { perspectives: ["practitioner", "manager"], people: 4 }] },
    evidence: [someEvidence({ notes: [aNote(), aNote({ id: "own", by: null })], replies: [aReply(), aReply({ id: "challenge", way: "challenges", because: "it was one day" })] })],
    principles: aList({ items: [anItem({ id: "principle" }), anItem({ id: "bare" })], quotes }),
    priorities: aList({
      items: [anItem({ id: "notice" }), anItem({ id: "pot", text: "Reworded", removed: true }), anItem({ id: "call" }), anItem({ id: "count" }), anItem({ id: "late" })],
      quotes: [aQuote({ id: "own-quote", itemId: "pot", noteId: "withdrawn", exact: "Then I felt guilty" })],
      links: [aLink({ id: "link", itemId: "notice", otherItemId: "principle" })],
    }),
    rounds: [aRound(order.toReversed()), aRound(order, { number: 2 })],
  });
}

function all(html: string, pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].map(([, found = ""]) => found);
}

function aStage(activity: string): SessionRecord["stages"][number] {
  return { activity, name: { en: activity, cy: activity }, prompt: {}, minutes: 5, held: true };
}

type RecordSaid = SessionRecord["talk"]["said"][number];

function aSaid(said: Partial<RecordSaid> & Pick<RecordSaid, "id" | "words">): RecordSaid {
  return { by: { group: "carer", number: 1 }, scribed: false, checked: false, stage: 3, way: "", replyTo: "", because: "", lang: "en", ...said };
}

/** Each stands in the page, one after the other. */
function inOrder(html: string, told: readonly string[]): void {
  const places = told.map((text) => html.indexOf(text.replace(/'/g, "&#x27;")));
  expect(places, told.join(" · ")).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
}

/** A community of enquiry: a rule, two questions of which one was chosen, a challenge written by a scribe, a barrier, a word of review. */
function aTalkedRecord(): SessionRecord {
  const by = { group: "carer" as const, number: 1 };
  const question = { makers: [by], lang: "en", passage: null };
  return aRecord({
    stages: ["ready", "questions", "choosing", "building", "review"].map(aStage),
    rules: { agreed: true, items: [{ id: "rule", text: "Say why", lang: "en" }] },
    questions: { questions: [{ ...question, id: "q1", words: "Who asks first?" }, { ...question, id: "q2", words: "What is enough?" }], groups: [], chosen: { questionIds: ["q1"], how: "vote" }, choices: [{ how: "vote", came: "chosen", questionIds: [["q1"]] }] },
    talk: {
      said: [aSaid({ id: "s1", words: "Nobody asked me" }), aSaid({ id: "s2", words: "They did", way: "challenges", replyTo: "s1", because: "There is a form", scribed: true, checked: true })],
      concepts: [],
      barriers: [{ id: "b", by, level: "system", words: "No beds", lang: "en", stage: 3 }],
      review: [{ id: "r", by, about: "caring", words: "We listened", lang: "en" }],
    },
  });
}
