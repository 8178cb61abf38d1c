import { expect, test } from "vitest";

import { aLink, aNote, aQuote, aRecord, aReply, aRound, someEvidence } from "#tests/builders.ts";

import { makeRecord, type Sealed, type SealedMember } from "./make-record.ts";
import { readRecord } from "./record.ts";

const carers = ["Siân", "Mair", "Ann", "Tom"].map((id) => aMember({ id, perspective: "carer" }));
const others = [aMember({ id: "Dewi", perspective: "manager" }), aMember({ id: "Huw", perspective: "researcher" }), aMember({ id: "Eira", perspective: "drawsOnCare" })];
const facilitator = aMember({ id: "Beth", perspective: "", role: "facilitator" });
const members = [...carers, ...others, facilitator];

test("people are a perspective and a number, by first contribution in reading order", () => {
  const notes = [noteBy("Tom"), noteBy("Siân"), noteBy("Tom")];
  expect(aliasesIn(makeRecord(aSealed({ notes })))).toEqual(["carer 1", "carer 2", "carer 1"]);
});

test("a perspective too few to be shown apart is not told by a name either", () => {
  const notes = [noteBy("Huw"), noteBy("Dewi"), noteBy("Huw")];
  expect(aliasesIn(makeRecord(aSealed({ notes })))).toEqual(["together 1", "together 2", "together 1"]);
});

test("facilitators are named as such, and not counted", () => {
  const record = makeRecord(aSealed({ notes: [noteBy("Beth")] }));
  expect(aliasesIn(record)).toEqual(["facilitator 1"]);
  expect(record.people.total).toBe(7);
});

test("somebody who is no member of the session gets no name", () => {
  expect(makeRecord(aSealed({ notes: [noteBy("nobody"), { ...aNote(), by: null }] })).evidence[0]?.notes.map(({ by }) => by)).toEqual([null, null]);
});

test("a removed member's words stay under their perspective, the person is not counted", () => {
  const removed = aMember({ id: "Gwen", perspective: "carer", removed: true });
  const record = makeRecord(aSealed({ members: [...members, removed], notes: [noteBy("Gwen")] }));
  expect(aliasesIn(record)).toEqual(["carer 1"]);
  expect(record.people.groups[0]).toEqual({ perspectives: ["carer"], people: 4 });
});

test("perspectives that an outcome counted together stay together in who took part", () => {
  const round = aRound([{ id: "notice", text: "Shorter notice" }]);
  const lists = [{ perspectives: ["carer" as const, "manager" as const], ballots: 6, roll: 6, band: false, order: [] }];
  const rounds = [{ ...round, outcome: { ...round.outcome, result: { state: "counted" as const, combined: [], lists, headCount: null } } }];
  expect(makeRecord({ ...aSealed({}), rounds }).people.groups.map((group) => group.perspectives)).toEqual([["carer", "drawsOnCare", "manager", "researcher"]]);
});

test("no member id goes into the record, wherever it stood", () => {
  const sealed = aSealed({
    notes: [noteBy("Siân")],
    replies: [{ ...aReply(), by: "Mair" }],
    list: {
      items: [{ id: "principle", text: "A promised break happens", lang: "en", removed: false, wordings: [{ by: "Ann", at: "2026-03-02T11:00:00.000Z", text: "A break happens" }] }],
      quotes: [{ ...aQuote({ id: "quote", itemId: "principle" }), by: "Tom" }],
      links: [{ ...aLink({ id: "link", itemId: "a", otherItemId: "b" }), by: "Dewi" }],
    },
  });
  const written = JSON.stringify(makeRecord(sealed));
  for (const { id } of members) expect(written).not.toContain(id);
});

test("a record goes to JSON and back unchanged", () => {
  const record = makeRecord(aSealed({ notes: [noteBy("Siân")] }));
  expect(readRecord(JSON.parse(JSON.stringify(record)))).toEqual(record);
});

function aMember(member: Partial<SealedMember> & { readonly id: string }): SealedMember {
  return { role: "participant", perspective: "carer", removed: false, ...member };
}

function noteBy(by: string) {
  return { ...aNote(), by };
}

interface Written {
  readonly members?: Sealed["members"];
  readonly notes?: Sealed["evidence"][number]["notes"];
  readonly replies?: Sealed["evidence"][number]["replies"];
  readonly list?: Sealed["principles"];
}

function aSealed({ members: seated = members, notes = [], replies = [], list = { items: [], quotes: [], links: [] } }: Written): Sealed {
  const { sessionId, enquiry, title, openedAt, closedAt, requiredMix, publishCount, stages, rules } = aRecord();
  const empty = { items: [], quotes: [], links: [] };
  const evidence = [{ ...someEvidence(), notes, replies }];
  return { sessionId, enquiry, title, openedAt, closedAt, requiredMix, publishCount, stages, rules, members: seated, minimum: 3, evidence, principles: list, priorities: empty, questions: { questions: [], groups: [], chosen: null, choices: [] }, talk: { said: [], concepts: [], barriers: [], review: [] }, rounds: [] };
}

function aliasesIn(record: ReturnType<typeof makeRecord>): string[] {
  return record.evidence.flatMap(({ notes }) => notes.map(({ by }) => `${by?.group} ${by?.number}`));
}
