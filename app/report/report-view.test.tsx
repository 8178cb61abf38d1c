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
const days = { opened: null, closed: "2 March 2026", rounds: {} };

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

test("a stage that left nothing says so", () => {
  const html = draw(aRecord({ stages: [aStage("questions"), aStage("building")] }), "en");
  expect(html).toContain("No questions were written");
  expect(html).toContain("What was only spoken is not kept");
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
  return { activity, name: { en: activity, cy: activity }, prompt: {}, minutes: 5 };
}

/** A community of enquiry: a rule, two questions of which one was chosen, a challenge written by a scribe, a barrier, a word of review. */
function aTalkedRecord(): SessionRecord {
  const by = { group: "carer" as const, number: 1 };
  const question = { makers: [by], lang: "en", passage: null };
  const said = { by, scribed: false, checked: false, stage: 3, way: "" as const, replyTo: "", because: "", lang: "en" };
  return aRecord({
    stages: ["ready", "questions", "choosing", "building", "review"].map(aStage),
    rules: { agreed: true, items: [{ id: "rule", text: "Say why", lang: "en" }] },
    questions: { questions: [{ ...question, id: "q1", words: "Who asks first?" }, { ...question, id: "q2", words: "What is enough?" }], groups: [], chosen: { questionIds: ["q1"], how: "vote" } },
    talk: {
      said: [{ ...said, id: "s1", words: "Nobody asked me" }, { ...said, id: "s2", words: "They did", way: "challenges", replyTo: "s1", because: "There is a form", scribed: true, checked: true }],
      concepts: [],
      barriers: [{ id: "b", by, level: "system", words: "No beds", lang: "en", stage: 3 }],
      review: [{ id: "r", by, about: "caring", words: "We listened", lang: "en" }],
    },
  });
}
