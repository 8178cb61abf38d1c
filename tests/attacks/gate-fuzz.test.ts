import { expect, test } from "vitest";
import * as Y from "yjs";

import { hostile } from "./hostile.ts";
import { type Court, Dice, Page, act, deliver, reading, session } from "./pages.ts";

/** HUB_HOSTILE=10000000 for a long night. */
const inputs = Number(process.env.HUB_HOSTILE ?? 100_000);
const honest = Number(process.env.HUB_HONEST ?? 20_000);

/** A document is left as the accepted ones made it for so many inputs, then a fresh one is taken. */
const INPUTS_PER_DOCUMENT = 500;

/** What went wrong stays wrong, so it need not be looked for every time. */
const ACCEPTED_PER_LOOK = 10;

/** Seeds that once found something, kept for ever. */
const found: readonly number[] = [127];

test(`${inputs} hostile changes: none is an exception, poisons the document, splits replicas or loses an honest edit`, () => {
  let accepted = 0;
  const reasons = new Map<string, number>();
  for (let seed = 1; seed <= Math.ceil(inputs / INPUTS_PER_DOCUMENT); seed++) accepted += besiege(seed, reasons);
  for (const seed of found) accepted += besiege(seed, reasons);
  console.info(`accepted ${accepted} of ${inputs};`, Object.fromEntries([...reasons].sort(([, a], [, b]) => b - a)));
  expect(accepted).toBeGreaterThan(0);
  expect(reasons.size).toBeGreaterThan(12);
}, 3_600_000);

test(`${honest} honest changes: none is refused`, () => {
  let updates = 0;
  for (let seed = 100_000; updates < honest; seed++) {
    const one = session(seed, { pages: 4, acts: 250 });
    expect({ seed, refused: one.refused }).toEqual({ seed, refused: [] });
    updates += one.updates;
  }
}, 3_600_000);

/** One document under attack by one hacked page, while an honest person goes on writing. Tells how many attacks were accepted. */
function besiege(seed: number, reasons: Map<string, number>): number {
  const dice = new Dice(seed);
  const { court } = session(seed % 20, { pages: 3, acts: 60 });
  const attacker = { memberId: "eve", clientId: 666_000 + seed };
  const samples = sampleOf(court, attacker, dice);
  const victim = new Page({ memberId: "carer", clientId: 555_000 + seed }, court.doc);
  const witness = new Page({ memberId: "witness", clientId: 444_000 + seed }, court.doc);
  let accepted = 0;
  const people = { court, attacker, victim, witness, dice, seed };
  for (let i = 0; i < INPUTS_PER_DOCUMENT; i++) {
    const bytes = hostile(dice, { doc: court.doc, mine: attacker.clientId, memberId: attacker.memberId, samples });
    const verdict = court.gate.judge({ bytes, whole: dice.below(8) === 0 }, attacker);
    if (!verdict.ok) reasons.set(verdict.reason, (reasons.get(verdict.reason) ?? 0) + 1);
    if (!verdict.ok) continue;
    accepted++;
    suffer(people, bytes);
    if (accepted % ACCEPTED_PER_LOOK === 0) look(people);
  }
  look(people);
  return accepted;
}

interface People {
  readonly court: Court;
  readonly attacker: Page["writer"];
  readonly victim: Page;
  readonly witness: Page;
  readonly dice: Dice;
  readonly seed: number;
}

/** The honest person writes at the same time as the attack arrives, and hears of it afterwards. */
function suffer({ court, attacker, victim, witness, dice, seed }: People, bytes: Uint8Array): void {
  act(victim, dice);
  const sent: Uint8Array[] = [];
  const collect = (update: Uint8Array) => sent.push(update);
  court.doc.on("update", collect);
  court.take({ bytes, whole: true }, attacker);
  court.doc.off("update", collect);
  victim.incoming.push(...sent);
  witness.incoming.push(...sent);
  expect({ seed, refused: deliver(court, victim, [victim, witness], dice) }).toEqual({ seed, refused: [] });
  victim.hear();
  witness.hear();
}

/** Everybody reads the same, and would read it again after a restart. */
function look({ court, victim, witness, seed }: People): void {
  const fresh = new Y.Doc();
  Y.applyUpdate(fresh, Y.encodeStateAsUpdate(court.doc));
  const docs = [court.doc, victim.doc, witness.doc, fresh];
  const pending = docs.filter((doc) => doc.store.pendingStructs ?? doc.store.pendingDs).length;
  expect({ seed, readings: new Set(docs.map(reading)).size, pending }).toEqual({ seed, readings: 1, pending: 0 });
}

/** What the attacker could honestly have sent next. */
function sampleOf(court: Court, attacker: Page["writer"], dice: Dice): Uint8Array[] {
  const page = new Page(attacker, court.doc);
  for (let i = 0; i < 20; i++) act(page, dice);
  return page.outgoing.slice(0, 1).concat(Array.from({ length: 12 }, () => nextOf(court, attacker, dice)));
}

function nextOf(court: Court, attacker: Page["writer"], dice: Dice): Uint8Array {
  const page = new Page(attacker, court.doc);
  while (page.outgoing.length === 0) act(page, dice);
  return page.outgoing[0] ?? new Uint8Array();
}
