import { expect, test } from "vitest";

import { ballotBox, newWrappedKey } from "./seal.server.ts";

const hostKey = new Uint8Array(32).fill(1);
const round = { sessionId: "session", about: "priorities", number: 1 };
const rules = { candidates: ["beds", "calls", "pot", "notice"], choose: 3 };
const wrappedKey = newWrappedKey(hostKey, round);
const box = ballotBox(hostKey, { ...round, wrappedKey });

test.each([[["pot"]], [["notice", "beds"]], [["calls", "pot", "beds"]]])("the ballot %j comes out as it went in", (ranking) => {
  expect(box.open(box.seal("sian", ranking, rules), rules)).toEqual(ranking);
});

test("every ballot of a round has the same length", () => {
  const lengths = [["pot"], ["notice", "beds", "calls"]].map((ranking) => box.seal("sian", ranking, rules).sealed.length);
  expect(new Set(lengths).size).toBe(1);
});

test("the same choice never looks the same", () => {
  const [one, other] = [box.seal("sian", ["pot"], rules), box.seal("sian", ["pot"], rules)];
  expect(one.seal).toBe(other.seal);
  expect(Buffer.from(one.sealed).equals(other.sealed)).toBe(false);
});

test("a ballot moved to somebody else's row does not open", () => {
  const { sealed } = box.seal("sian", ["pot"], rules);
  expect(() => box.open({ seal: box.sealOf("owen"), sealed }, rules)).toThrow();
});

test("a ballot with one bit turned does not open", () => {
  const { seal, sealed } = box.seal("sian", ["pot"], rules);
  sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
  expect(() => box.open({ seal, sealed }, rules)).toThrow();
});

test("a round's key opens neither under another host's key nor as another round's", () => {
  expect(() => ballotBox(new Uint8Array(32).fill(2), { ...round, wrappedKey })).toThrow();
  expect(() => ballotBox(hostKey, { ...round, number: 2, wrappedKey })).toThrow();
});

test("a person's seal is another one in each round", () => {
  const next = { ...round, number: 2 };
  expect(ballotBox(hostKey, { ...next, wrappedKey: newWrappedKey(hostKey, next) }).sealOf("sian")).not.toBe(box.sealOf("sian"));
});
