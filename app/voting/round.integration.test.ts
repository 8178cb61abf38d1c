import { afterAll, expect, test } from "vitest";

import type { Secrets } from "#app/context.server.ts";
import type { Perspective } from "#app/session/perspective.ts";
import { scratchDatabase } from "#tests/database.ts";

import { castBallot, castPosted, closeRound, hasBallot, isOnRoll, openRound, openRoundOf, scrubBallots, turnoutOf } from "./round.server.ts";
import { fieldOf, ROUND_FIELD } from "./round.ts";

const store = await scratchDatabase();
const { db } = store;
afterAll(() => store.close());

const secrets: Secrets = { hostKey: new Uint8Array(32).fill(9), cookieSecret: "a secret that signs nothing here" };
const candidates = ["Shorter notice", "A small flexible pot", "One call to ask", "Local hotels", "Count every break"].map((text, index) => ({ id: "ABCDE".charAt(index), text, lang: "en" }));

test("a round from opening to outcome: three carers weigh the same as six practitioners", async () => {
  const { sessionId, members } = await seat(["carer", 3], ["practitioner", 6]);
  const roundId = await open(sessionId);
  const ballots = ["ABC", "ACB", "BAD", "DEA", "DEA", "DEA", "DEA", "EDC", "EDC"];
  for (const [index, word] of ballots.entries()) expect(await cast(roundId, members[index], word)).toEqual({ ok: true });
  expect(await turnoutOf(db, roundId)).toEqual({ cast: 9, roll: 9 });

  const { outcome } = await close(roundId);
  expect(outcome.result).toMatchObject({
    state: "counted",
    combined: [{ id: "A", place: "1", points: 8 }, { id: "D", place: "2", points: 7 }, { id: "B", place: "3=", points: 5 }, { id: "C", place: "3=", points: 5 }, { id: "E", place: "3=", points: 5 }],
    headCount: [{ id: "D", place: "1" }, { id: "E", place: "2" }, { id: "A", place: "3" }, { id: "B", place: "4" }, { id: "C", place: "5" }],
  });
});

test("after closing there is no ballot and no key, and the turnout still stands", async () => {
  const { sessionId, members } = await seat(["carer", 3]);
  const roundId = await open(sessionId);
  await cast(roundId, members[0], "AB");
  await close(roundId);
  expect(await db.ballot.count({ where: { roundId } })).toBe(0);
  expect(await db.round.findUnique({ where: { id: roundId } })).toMatchObject({ wrappedKey: null, candidates });
  expect(await turnoutOf(db, roundId)).toEqual({ cast: 1, roll: 3 });
});

test("once scrubbed, the database's own file holds no ballot of a closed round", async () => {
  const { sessionId, members } = await seat(["carer", 3]);
  const roundId = await open(sessionId);
  for (const member of members) await cast(roundId, member, "AB");
  const seals = (await db.ballot.findMany({ where: { roundId } })).map(({ seal }) => seal);
  expect(await seenInFile(seals)).toBe(3);
  await close(roundId);
  await scrubBallots(db);
  expect(await seenInFile(seals)).toBe(0);
});

test("the last ballot of a person counts, and only that", async () => {
  const { sessionId, members } = await seat(["carer", 3]);
  const roundId = await open(sessionId);
  await cast(roundId, members[0], "EDC");
  for (const member of members) await cast(roundId, member, "AB");
  expect(await turnoutOf(db, roundId)).toEqual({ cast: 3, roll: 3 });
  const { outcome } = await close(roundId);
  expect(outcome.result).toMatchObject({ lists: [{ ballots: 3, order: [{ id: "A", place: "1" }, { id: "B", place: "2" }, { place: "3=" }, { place: "3=" }, { place: "3=" }] }] });
});

test("what lies in the database names nobody and no choice, and is of one length", async () => {
  const { sessionId, members } = await seat(["carer", 2]);
  const roundId = await open(sessionId);
  await cast(roundId, members[0], "A");
  await cast(roundId, members[1], "EDC");
  const rows = await db.ballot.findMany({ where: { roundId } });
  expect(rows.map((row) => Object.keys(row).sort())).toEqual([["roundId", "seal", "sealed"], ["roundId", "seal", "sealed"]]);
  expect(rows.some(({ seal }) => members.some((member) => seal.includes(member)))).toBe(false);
  expect(new Set(rows.map(({ sealed }) => sealed.length)).size).toBe(1);
});

test("a posted form is a ballot, and the member's own page may know that it is in", async () => {
  const { sessionId, members: [sian = "", owen = ""] } = await seat(["carer", 2]);
  const roundId = await open(sessionId);
  const form = new FormData();
  form.set(ROUND_FIELD, roundId);
  form.set(fieldOf("B"), "01");
  expect(await castPosted(db, secrets, { sessionId, memberId: sian, form })).toEqual({ ok: true, roundId });
  expect(await hasBallot(db, secrets, { roundId, memberId: sian })).toBe(true);
  expect(await hasBallot(db, secrets, { roundId, memberId: owen })).toBe(false);
});

test("a form that cannot be read keeps what was chosen and says what to mend", async () => {
  const { sessionId, members: [sian = ""] } = await seat(["carer", 1]);
  const roundId = await open(sessionId);
  const form = new FormData();
  form.set(ROUND_FIELD, roundId);
  form.set(fieldOf("B"), "02");
  const answer = await castPosted(db, secrets, { sessionId, memberId: sian, form });
  expect(answer).toMatchObject({ ok: false, problem: null, problems: [{ problem: "gap", place: 1, ids: ["B"] }], places: { A: 0, B: 2 } });
  expect(await turnoutOf(db, roundId)).toEqual({ cast: 0, roll: 1 });
});

test("a form that names a round of another session finds none", async () => {
  const { sessionId, members: [sian = ""] } = await seat(["carer", 1]);
  const elsewhere = await seat(["carer", 1]);
  const form = new FormData();
  form.set(ROUND_FIELD, await open(elsewhere.sessionId));
  await expect(castPosted(db, secrets, { sessionId, memberId: sian, form })).rejects.toMatchObject({ status: 404 });
});

test("only who sat in the session at the opening may cast: not the late, the removed, the facilitator or a stranger", async () => {
  const { sessionId, members } = await seat(["carer", 3]);
  await db.member.update({ where: { id: members[2] }, data: { removedAt: new Date() } });
  const facilitator = await newMember(sessionId, "", "facilitator");
  const roundId = await open(sessionId);
  const late = await newMember(sessionId, "carer");
  for (const memberId of [members[2], facilitator, late, "nobody"]) {
    expect(await cast(roundId, memberId, "AB")).toEqual({ ok: false, problem: "voting.problem.notOnRoll" });
  }
  expect(await turnoutOf(db, roundId)).toEqual({ cast: 0, roll: 2 });
  expect(await isOnRoll(db, { roundId, memberId: late })).toBe(false);
});

test("a perspective changed after the opening changes nothing in the round", async () => {
  const { sessionId, members } = await seat(["carer", 3], ["manager", 3]);
  const roundId = await open(sessionId);
  for (const member of members) await cast(roundId, member, "AB");
  await db.member.updateMany({ where: { sessionId }, data: { perspective: "researcher" } });
  const { outcome } = await close(roundId);
  expect(outcome.result).toMatchObject({ lists: [{ perspectives: ["carer"], ballots: 3 }, { perspectives: ["manager"], ballots: 3 }] });
});

test.each([["nothing at all", ""], ["one candidate twice", "AA"], ["more than asked for", "ABCD"], ["what is no candidate", "Z"]])(
  "a ballot with %s is not taken",
  async (_name, word) => {
    const { sessionId, members } = await seat(["carer", 1]);
    const roundId = await open(sessionId);
    expect(await cast(roundId, members[0], word)).toEqual({ ok: false, problem: "voting.problem.notABallot" });
    expect(await turnoutOf(db, roundId)).toEqual({ cast: 0, roll: 1 });
  },
);

test("a closed round takes no ballot, and the next round is a fresh one", async () => {
  const { sessionId, members } = await seat(["carer", 1]);
  const roundId = await open(sessionId);
  await close(roundId);
  expect(await cast(roundId, members[0], "AB")).toEqual({ ok: false, problem: "voting.problem.closed" });
  const next = await open(sessionId);
  expect(await db.round.findUnique({ where: { id: next } })).toMatchObject({ number: 2, outcome: null });
  expect(await turnoutOf(db, next)).toEqual({ cast: 0, roll: 1 });
});

test("a session that was sealed with a round still open takes no more ballots", async () => {
  const { sessionId, members } = await seat(["carer", 1]);
  const roundId = await open(sessionId);
  await db.session.update({ where: { id: sessionId }, data: { state: "closed" } });
  expect(await cast(roundId, members[0], "AB")).toEqual({ ok: false, problem: "voting.problem.closed" });
});

test("a round is not opened without people, without a choice, in a closed session, or beside another", async () => {
  const { sessionId } = await seat(["carer", 1]);
  const empty = await seat();
  const problemOf = async (asked: Partial<Parameters<typeof openRound>[2]>) => {
    const opened = await openRound(db, secrets, { sessionId, about: "priorities", candidates, choose: 3, ...asked });
    return opened.ok ? null : opened.problem;
  };
  expect(await problemOf({ sessionId: empty.sessionId })).toBe("voting.problem.nobodySeated");
  expect(await problemOf({ candidates: candidates.slice(0, 1) })).toBe("voting.problem.tooFewCandidates");
  expect(await problemOf({ choose: 6 })).toBe("voting.problem.badChoose");
  expect(await problemOf({ sessionId: "no such session" })).toBe("voting.problem.sessionNotOpen");
  expect(await problemOf({})).toBeNull();
  expect(await problemOf({})).toBe("voting.problem.alreadyOpen");
});

test("two facilitators who open at once open one round", async () => {
  const { sessionId } = await seat(["carer", 1]);
  const opened = await Promise.all(Array.from({ length: 4 }, () => openRound(db, secrets, { sessionId, about: "priorities", candidates, choose: 3 })));
  expect(opened.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await openRoundOf(db, { sessionId, about: "priorities" })).toMatchObject({ rules: { candidates: [..."ABCDE"], choose: 3 } });
});

test("facilitators who close at once publish one outcome", async () => {
  const { sessionId, members } = await seat(["carer", 4]);
  const roundId = await open(sessionId);
  for (const member of members) await cast(roundId, member, "CAB");
  const outcomes = await Promise.all(Array.from({ length: 4 }, () => close(roundId)));
  const [first] = outcomes;
  expect(outcomes).toEqual(outcomes.map(() => first));
  expect(await db.round.findUnique({ where: { id: roundId } })).toMatchObject({ outcome: first?.outcome });
  expect(first?.outcome.cast).toBe(4);
});

test.each([35, 25, 15, 5])("of ballots racing a closing, exactly those that were accepted are counted: %i still to come", async (toCome) => {
  const { sessionId, members } = await seat(["carer", 20], ["manager", 20]);
  const roundId = await open(sessionId);
  const { ballots, closed } = await castAtOnce(roundId, members, { closeAt: toCome });
  expect(ballots.every((ballot) => ballot.ok || ballot.problem === "voting.problem.closed")).toBe(true);
  expect(closed?.outcome.cast).toBe(ballots.filter(({ ok }) => ok).length);
  expect(await db.ballot.count({ where: { roundId } })).toBe(0);
});

test("the outcome counts a required mix by the roll and stands by itself", async () => {
  const { sessionId, members } = await seat(["carer", 3]);
  await db.session.update({ where: { id: sessionId }, data: { requiredMix: { carer: 1, practitioner: 2 }, publishCount: 2 } });
  const roundId = await open(sessionId);
  for (const member of members) await cast(roundId, member, "ABC");
  const { outcome } = await close(roundId);
  expect(outcome).toMatchObject({ recommendationOnly: true, missing: [{ perspective: "practitioner", needed: 2, present: 0 }], publishCount: 2 });
});

test("a host who asks for larger groups is obeyed", async () => {
  const { sessionId, members } = await seat(["carer", 4]);
  const roundId = await open(sessionId);
  for (const member of members) await cast(roundId, member, "ABC");
  const { outcome } = await closeRound(db, secrets, { roundId, minimum: 5 });
  expect(outcome).toMatchObject({ cast: 4, minimum: 5, result: { state: "tooFew" } });
});

test("the ballot of somebody who was erased meanwhile is not counted", async () => {
  const { sessionId, members } = await seat(["carer", 4]);
  const roundId = await open(sessionId);
  for (const member of members) await cast(roundId, member, "ABC");
  await db.member.delete({ where: { id: members[0] } });
  const { outcome } = await close(roundId);
  expect(outcome).toMatchObject({ cast: 3, roll: 3 });
});

test("a closing that fails leaves the round open and every ballot in it", async () => {
  const { sessionId, members } = await seat(["carer", 3]);
  const roundId = await open(sessionId);
  for (const member of members) await cast(roundId, member, "ABC");
  await expect(closeRound(db, { ...secrets, hostKey: new Uint8Array(32) }, { roundId, minimum: 3 })).rejects.toThrow();
  expect(await turnoutOf(db, roundId)).toEqual({ cast: 3, roll: 3 });
  expect((await close(roundId)).outcome.cast).toBe(3);
});

test("closing a round that does not exist answers 404", async () => {
  await expect(close("no such round")).rejects.toMatchObject({ status: 404 });
});

/** How many of these seals can be read in the file behind the table of ballots. */
async function seenInFile(seals: readonly string[]): Promise<number> {
  await db.$executeRaw`CHECKPOINT`;
  const [file] = await db.$queryRaw<{ bytes: Uint8Array }[]>`SELECT pg_read_binary_file(pg_relation_filepath('"Ballot"')) AS bytes`;
  const bytes = Buffer.from(file?.bytes ?? []);
  return seals.filter((seal) => bytes.includes(seal)).length;
}

async function open(sessionId: string): Promise<string> {
  const opened = await openRound(db, secrets, { sessionId, about: "priorities", candidates, choose: 3 });
  if (!opened.ok) throw new Error(opened.problem);
  return opened.roundId;
}

/** Casts a word of candidates' letters, the most important first. */
function cast(roundId: string, memberId: string | undefined, word: string) {
  return castBallot(db, secrets, { roundId, memberId: memberId ?? "", ranking: [...word] });
}

/** Eight people at a time cast, one after the other; when so many are still to come the closing sets out among them. */
async function castAtOnce(roundId: string, members: readonly string[], { closeAt }: { closeAt: number }) {
  const waiting = [...members];
  const ballots: Awaited<ReturnType<typeof cast>>[] = [];
  let closing: ReturnType<typeof close> | undefined;
  async function castOnAndOn(): Promise<void> {
    for (let member = waiting.shift(); member; member = waiting.shift()) {
      if (waiting.length === closeAt) closing = close(roundId);
      ballots.push(await cast(roundId, member, "ABC"));
    }
  }
  await Promise.all(Array.from({ length: 8 }, castOnAndOn));
  return { ballots, closed: await closing };
}

function close(roundId: string) {
  return closeRound(db, secrets, { roundId, minimum: 3 });
}

/** An open session with so many seated members of each perspective; their ids in order. */
async function seat(...groups: [Perspective, number][]) {
  const enquiry = { title: {}, question: {}, purpose: {}, place: "", languages: ["en"], safeguardingName: "", safeguardingPhone: "" };
  const session = await db.session.create({ data: { title: {}, template: "test", state: "open", enquiry: { create: enquiry } } });
  const seated = groups.flatMap(([perspective, count]) => Array.from({ length: count }, () => perspective));
  const members = [];
  for (const perspective of seated) members.push(await newMember(session.id, perspective));
  return { sessionId: session.id, members };
}

async function newMember(sessionId: string, perspective: string, role: "participant" | "facilitator" = "participant"): Promise<string> {
  const { id } = await db.member.create({ data: { sessionId, perspective, role, name: "Somebody", language: "en" } });
  return id;
}
