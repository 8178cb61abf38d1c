/** Records with everything in place, made of invented words; a test names only what it is about. */
import type { RecordEvidence, RecordItem, RecordLink, RecordList, RecordNote, RecordQuote, RecordReply, RecordRound, SessionRecord } from "#app/report/record.ts";

/** One principle resting on a carer's words, one priority resting on it, one more with nothing behind it; not ranked. */
export function aRecord(overrides: Partial<SessionRecord> = {}): SessionRecord {
  return {
    version: 1,
    sessionId: "session-1",
    enquiry: {
      id: "enquiry-1",
      title: { en: "A break that feels like a break", cy: "Seibiant sy'n teimlo fel seibiant" },
      question: { en: "What would make a short break worth having?" },
      purpose: { en: "To agree what comes first." },
      place: "Glan Enfys",
      languages: ["en", "cy"],
    },
    title: { en: "Carers and council together" },
    openedAt: "2026-03-02T10:00:00.000Z",
    closedAt: "2026-03-02T12:00:00.000Z",
    requiredMix: {},
    publishCount: 3,
    stages: [{ activity: "reading", name: { en: "The evidence", cy: "Y dystiolaeth" }, prompt: { en: "Mark anything that strikes you." }, minutes: 20, held: true }],
    people: { minimum: 3, total: 7, groups: [{ perspectives: ["carer"], people: 4 }, { perspectives: ["practitioner"], people: 3 }] },
    evidence: [someEvidence()],
    principles: aList({ items: [anItem({ id: "principle", text: "A promised break happens" })], quotes: [aQuote({ id: "quote", itemId: "principle" })] }),
    priorities: aList({
      items: [anItem({ id: "notice", text: "Shorter notice" }), anItem({ id: "pot", text: "A small flexible pot" })],
      links: [aLink({ id: "link", itemId: "notice", otherItemId: "principle" })],
    }),
    rules: { agreed: false, items: [] },
    questions: { questions: [], groups: [], chosen: null, choices: [] },
    talk: { said: [], concepts: [], barriers: [], review: [] },
    rounds: [],
    withdrawn: [],
    ...overrides,
  };
}

/** Two blocks told by carers, and one note on "I spent the first day just sleeping". */
export function someEvidence(overrides: Partial<RecordEvidence> = {}): RecordEvidence {
  return {
    itemId: "item",
    versionId: "version",
    number: 1,
    title: "Carers talking",
    kind: "livedExperience",
    perspective: "Four carers",
    source: "Exploratory talk, carers' group",
    date: "March 2026",
    place: "Glan Enfys",
    language: "en",
    limitations: "One group, in the daytime",
    limitationsNotKnown: false,
    blocks: [
      { id: "heading", kind: "heading", level: 1, text: "The first day" },
      { id: "block", kind: "paragraph", text: "I spent the first day just sleeping. Then I felt guilty." },
    ],
    notes: [aNote()],
    replies: [],
    ...overrides,
  };
}

export function aNote(overrides: Partial<RecordNote> = {}): RecordNote {
  const exact = "I spent the first day just sleeping";
  return { id: "note", by: { group: "carer", number: 1 }, passage: [{ blockId: "block", start: 0, end: exact.length, exact, prefix: "", suffix: ". Then I felt guilty." }], words: "That was me", lang: "en", ...overrides };
}

export function aReply(overrides: Partial<RecordReply> = {}): RecordReply {
  return { id: "reply", by: { group: "practitioner", number: 1 }, noteId: "note", way: "asks", words: "What would have helped?", because: "", lang: "en", ...overrides };
}

export function aList(overrides: Partial<RecordList> = {}): RecordList {
  return { items: [], quotes: [], links: [], ...overrides };
}

export function anItem(overrides: Partial<RecordItem> & { readonly id: string }): RecordItem {
  return { text: `Wording of ${overrides.id}`, lang: "en", removed: false, wordings: [], ...overrides };
}

export function aQuote(overrides: Partial<RecordQuote> & { readonly id: string; readonly itemId: string }): RecordQuote {
  return { by: { group: "carer", number: 1 }, noteId: "note", versionId: "version", blockId: "block", exact: "I spent the first day just sleeping", lang: "en", ...overrides };
}

export function aLink(overrides: Partial<RecordLink> & { readonly id: string; readonly itemId: string; readonly otherItemId: string }): RecordLink {
  return { by: { group: "practitioner", number: 1 }, ...overrides };
}

/** A counted round of two lists in which these came in this order, with no ties; the first `publishCount` are in. */
export function aRound(order: readonly { readonly id: string; readonly text: string }[], overrides: Partial<RecordRound> = {}): RecordRound {
  const publishCount = 3;
  const places = order.map(({ id }, index) => ({ id, place: String(index + 1) }));
  return {
    number: 1,
    closedAt: "2026-03-02T11:40:00.000Z",
    candidates: order.map(({ id, text }) => ({ id, text, lang: "en" })),
    outcome: {
      choose: 3,
      publishCount,
      cast: 7,
      roll: 7,
      minimum: 3,
      recommendationOnly: false,
      missing: [],
      missingBallots: false,
      result: {
        state: "counted",
        combined: places.map((place, index) => ({ ...place, points: 2 * (order.length - index), top: index < publishCount ? "in" : "out" })),
        lists: [
          { perspectives: ["carer"], ballots: 4, roll: 4, band: false, order: places },
          { perspectives: ["practitioner"], ballots: 3, roll: 3, band: false, order: places },
        ],
        headCount: places,
      },
    },
    ...overrides,
  };
}
