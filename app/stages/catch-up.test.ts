import { expect, test } from "vitest";

import { emptyTalk } from "#app/talk/talk.doc.ts";
import { noQuestions, type Question } from "#app/questions/questions.doc.ts";

import { briefOf, catchUpOf, shortened, type CatchUpFrom } from "./catch-up.ts";
import type { Drafted, RoomEvidence } from "./room.ts";

const text = "One two three. Four five six. Seven eight nine.";

test.each([
  ["keeps all that fits", 9, text],
  ["breaks off after a whole sentence", 7, "One two three. Four five six. …"],
  ["always keeps the first sentence", 1, "One two three. …"],
  ["says nothing of nothing", 5, ""],
])("a passage in brief %s", (_name, words, brief) => {
  expect(shortened(brief === "" ? "" : text, words)).toBe(brief);
});

test("an item begins with its first words, without its headings", () => {
  expect(briefOf(item([]), 100)).toMatchObject({ title: "Carers talking", excerpt: "The first day.\n\nThe second day.", notes: 0, minutes: 1 });
});

test("the most noted passage stands for an item, the first of two as noted", () => {
  expect(briefOf(item(["second"]), 100)).toMatchObject({ excerpt: "The second day.", notes: 1 });
  expect(briefOf(item(["second", "first"]), 100)).toMatchObject({ excerpt: "The first day.", notes: 1 });
  expect(briefOf(item(["second", "first", "second"]), 100)).toMatchObject({ excerpt: "The second day.", notes: 2 });
});

test("questions that were chosen as one are told in every wording, and the others wait", () => {
  const made = { ...noQuestions, questions: [question("Who asks first?"), question("What makes asking easy?"), question("Who pays?")] };
  const together = { ...made, groups: [{ id: "asking", by: "sian", name: "", lang: "en" }], grouped: ["Who asks first?", "What makes asking easy?"].map((id) => ({ id: `${id} together`, by: "sian", questionId: id, groupId: "asking" })) };
  const told = catchUpOf(room({ questions: drafted(together), chosen: "asking" }), NOW);
  expect(told.chosen.map(({ text }) => text)).toEqual(["Who asks first?", "What makes asking easy?"]);
  expect(told.questions).toMatchObject({ words: [{ text: "Who pays?" }], isFolded: true });
  expect(catchUpOf(room({ questions: drafted(made), chosen: "Who pays?" }), NOW).chosen.map(({ text }) => text)).toEqual(["Who pays?"]);
  expect(catchUpOf(room({ questions: drafted(made) }), NOW)).toMatchObject({ chosen: [], questions: { isFolded: false } });
});

test("the last three contributions are told with their speakers, a scribe's as the person's", () => {
  const said = ["First.", "Second.", "Third.", "Fourth."].map((words) => ({ id: words, by: "bryn", forMember: words === "Fourth." ? "gwen" : "", checked: true, stageId: "stage", way: "" as const, replyTo: "", words, because: "", lang: "en" }));
  const told = catchUpOf(room({ talk: drafted({ ...emptyTalk, said }) }), NOW);
  expect(told.said.map(({ name, text }) => `${name}: ${text}`)).toEqual(["Bryn: Second.", "Bryn: Third.", "Gwen: Fourth."]);
});

test("evidence never goes without its limitations", () => {
  expect(catchUpOf(room({ evidence: [{ ...item([]), limitations: "One place only." }] }), NOW).evidence).toMatchObject([{ limitations: "One place only.", excerpt: expect.any(String) }]);
});

test("it stays three minutes however much was made: what matters least is folded, and the evidence is briefer", () => {
  const long = { ...item([]), blocks: [{ id: "long", kind: "paragraph" as const, text: "Ten words stand here in a row for whoever comes. ".repeat(100) }] };
  const alone = catchUpOf(room({ evidence: [long] }), NOW);
  const busy = catchUpOf(room({ evidence: [long], priorities: list(100), principles: list(150), questions: drafted({ ...noQuestions, questions: [question("Who pays?")] }) }), NOW);
  expect(alone.minutes).toBe(3);
  expect(busy).toMatchObject({ minutes: 3, priorities: { isFolded: false }, principles: { isFolded: false }, questions: { isFolded: false } });
  expect(busy.evidence[0]?.excerpt.length).toBeLessThan(alone.evidence[0]?.excerpt.length ?? 0);
  const full = catchUpOf(room({ evidence: [long], priorities: list(300), principles: list(300) }), NOW);
  expect(full).toMatchObject({ minutes: 3, priorities: { isFolded: false }, principles: { isFolded: true } });
});

const NOW = { language: "en", now: 0 } as const;

/** A room in its first stage, with nothing made. */
function room({ chosen, ...made }: Partial<CatchUpFrom> & { readonly chosen?: string } = {}): CatchUpFrom {
  return {
    board: {
      stages: [{ id: "stage", activity: "building", name: { en: "Building" }, prompt: {}, minutes: 10 }], stageId: "stage", clock: { state: "stopped", leftMs: 60_000 },
      choosing: { chosen: chosen === undefined ? null : { id: chosen, how: "vote" } }, talk: { floor: { wroteForOthers: ["bryn"] } },
    },
    people: ["Bryn", "Gwen"].map((name) => ({ id: name.toLowerCase(), name, perspective: "carer", role: "participant" })),
    evidence: [], rules: null, principles: null, priorities: null, questions: null, talk: null,
    ...made,
  };
}

function drafted<T>(initial: T): Drafted<T> {
  return { documentId: "document", initial };
}

/** One item of so many words. */
function list(words: number) {
  return drafted({ items: [{ id: "item", order: "a", text: "word ".repeat(words), lang: "en" }], quotes: [], links: [] });
}

/** Its words are its id. */
function question(words: string): Question {
  return { id: words, by: "sian", forMember: "", words, lang: "en", passage: null, fromGroup: "" };
}

/** Two paragraphs under a heading, with a note on each block named. */
function item(noted: readonly string[]): RoomEvidence {
  const notes = noted.map((blockId, index) => ({ id: `note${index}`, by: "sian", words: "Yes", lang: "en", passage: [{ versionId: "version", blockId, start: 0, end: 3, exact: "The", prefix: "", suffix: "" }] }));
  return {
    itemId: "item", versionId: "version", title: "Carers talking", kind: "livedExperience", perspective: "Four carers", source: "", date: "", place: "",
    language: "en", limitations: "", limitationsNotKnown: true,
    blocks: [
      { id: "heading", kind: "heading", level: 1, text: "Days" },
      { id: "first", kind: "paragraph", text: "The first day." },
      { id: "second", kind: "paragraph", text: "The second day." },
    ],
    notes: { documentId: "notes", initial: { notes, replies: [] } },
  };
}
