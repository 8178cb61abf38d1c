import { expect, test } from "vitest";
import type * as Y from "yjs";

import type { DocumentKind } from "#app/live/kinds.ts";
import { BulkGuard } from "#server/live/bulk.ts";
import type { Change } from "#server/live/gate.ts";
import { shapes } from "#server/live/shapes.ts";

import { hostile } from "./hostile.ts";
import { type Court, Dice, Page, deliver, encodedAgain, reading, session, skeleton } from "./pages.ts";
import { act, kinds } from "./writing.ts";

/** In all, shared among the kinds of documents. HUB_HOSTILE=10000000 HUB_HONEST=10000000 for a long night. */
const inputs = Number(process.env.HUB_HOSTILE ?? 100_000);
const honest = Number(process.env.HUB_HONEST ?? 20_000);

/** A document is left as the accepted ones made it for so many inputs, then a fresh one is taken. */
const INPUTS_PER_DOCUMENT = 500;

/** What went wrong stays wrong, so it need not be looked for every time. */
const ACCEPTED_PER_LOOK = 10;

test.each(kinds)(`${inputs} hostile changes, a part of them to %s: none is an exception, poisons the document, splits replicas, loses an honest edit or touches what is another's`, { timeout: 3_600_000 }, async (kind) => {
  let accepted = 0;
  const reasons = new Map<string, number>();
  const sieges = Math.ceil(inputs / INPUTS_PER_DOCUMENT / kinds.length);
  for (let seed = 1; seed <= sieges; seed++) accepted += await besiege(kind, seed, reasons);
  console.info(`${kind}: accepted ${accepted} of ${sieges * INPUTS_PER_DOCUMENT};`, Object.fromEntries([...reasons].sort(([, a], [, b]) => b - a)));
  expect(accepted).toBeGreaterThan(0);
  expect(reasons.size).toBeGreaterThan(12);
  // Each of them would have been right, were the record their own.
  if (hasOwned(kind)) expect(reasons.get("record")).toBeGreaterThan((sieges * INPUTS_PER_DOCUMENT) / 20);
});

test.each(kinds)(`${honest} honest changes, a part of them to %s: none is refused`, { timeout: 3_600_000 }, async (kind) => {
  let updates = 0;
  for (let seed = 100_000; updates < honest / kinds.length; seed++) {
    const one = await session(seed, { pages: 4, acts: 250, kind });
    expect({ seed, refused: one.refused, readings: one.readings.size }).toEqual({ seed, refused: [], readings: 1 });
    updates += one.updates;
  }
});

/** One document under attack by one hacked page, while an honest person goes on writing. Tells how many attacks were accepted. */
async function besiege(kind: DocumentKind, seed: number, reasons: Map<string, number>): Promise<number> {
  const dice = new Dice(seed);
  // Of another seed, or the same ids would be thrown again.
  const { court } = await session(1_000_000 + (seed % 20), { pages: 3, acts: 60, kind });
  const attacker = { memberId: "eve", clientId: 666_000 + seed };
  const samples = sampleOf(court, attacker, dice);
  const victim = new Page({ memberId: "carer", clientId: 555_000 + seed }, court.doc, kind);
  const witness = new Page({ memberId: "witness", clientId: 444_000 + seed }, court.doc, kind);
  let accepted = 0;
  // As a node among several takes them: a change may come twice.
  const mayRepeat = seed % 2 === 1;
  const guard = new BulkGuard((clientId) => court.members.get(clientId));
  const people = { court, attacker, victim, witness, dice, seed };
  for (let i = 0; i < INPUTS_PER_DOCUMENT; i++) {
    const bytes = hostile(dice, { doc: court.doc, shape: shapes[kind], mine: attacker.clientId, memberId: attacker.memberId, samples });
    const change = { bytes, whole: dice.below(8) === 0, mayRepeat };
    const verdict = court.gate.judge(change, attacker);
    if (!verdict.ok) reasons.set(verdict.reason, (reasons.get(verdict.reason) ?? 0) + 1);
    if (!verdict.ok) continue;
    accepted++;
    guard.holds(court.doc, { bytes, memberId: attacker.memberId });
    suffer(people, change);
    if (accepted % ACCEPTED_PER_LOOK === 0) await look(people);
  }
  await look(people);
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
function suffer({ court, attacker, victim, witness, dice, seed }: People, change: Change): void {
  act(victim, dice);
  const sent: Uint8Array[] = [];
  const collect = (update: Uint8Array) => sent.push(update);
  court.doc.on("update", collect);
  const before = ownedByOthers(court, attacker.memberId);
  court.take({ ...change, whole: true }, attacker);
  expect({ seed, others: ownedByOthers(court, attacker.memberId) }).toEqual({ seed, others: before });
  court.doc.off("update", collect);
  victim.incoming.push(...sent);
  witness.incoming.push(...sent);
  expect({ seed, refused: deliver(court, victim, [victim, witness], dice) }).toEqual({ seed, refused: [] });
  victim.hear();
  witness.hear();
}

/** Everybody reads the same, has the same behind what is read, and would have it again after a restart, from the log as from a snapshot and what came after it. */
async function look({ court, victim, witness, seed, dice }: People): Promise<void> {
  const { kind } = court;
  const docs = [court.doc, victim.doc, witness.doc, encodedAgain(court.doc), await court.replayed(), await court.replayed(dice.below(court.rows.length))];
  const pending = docs.filter((doc) => doc.store.pendingStructs ?? doc.store.pendingDs).length;
  const found = { readings: new Set(docs.map((doc) => reading(doc, kind))).size, skeletons: new Set(docs.map((doc) => skeleton(doc, kind))).size, pending, roots: [...court.doc.share.keys()] };
  expect({ seed, ...found }).toEqual({ seed, readings: 1, skeletons: 1, pending: 0, roots: Object.keys(shapes[kind]) });
  expect({ seed, falselySigned: falselySigned(court) }).toEqual({ seed, falselySigned: [] });
}

function hasOwned(kind: DocumentKind): boolean {
  return Object.values(shapes[kind]).some(({ owned }) => owned);
}

/** What others made alone, as it reads. */
function ownedByOthers({ doc, kind, members }: Court, memberId: string): unknown {
  const owned = Object.entries(shapes[kind]).filter(([, shape]) => shape.owned);
  return owned.map(([root]) => [...doc.getMap<Y.Map<unknown>>(root)].filter(([, record]) => members.get(record._item?.id.client ?? 0) !== memberId).map(([id, record]) => [id, record.toJSON()]));
}

/** Names that somebody else put under a record. */
function falselySigned({ doc, kind, members }: Court): string[] {
  return Object.entries(shapes[kind]).flatMap(([root, { fields }]) => [...doc.getMap<Y.Map<unknown>>(root)].flatMap(([id, record]) => [...record._map]
    .filter(([name, item]) => fields[name] === "author" && !item.deleted && record.get(name) !== members.get(item.id.client))
    .map(([name]) => `${root}/${id}/${name}`)));
}

/** What the attacker could honestly have sent next. */
function sampleOf(court: Court, attacker: Page["writer"], dice: Dice): Uint8Array[] {
  const page = new Page(attacker, court.doc, court.kind);
  for (let i = 0; i < 20; i++) act(page, dice);
  return page.outgoing.slice(0, 1).concat(Array.from({ length: 12 }, () => nextOf(court, attacker, dice)));
}

function nextOf(court: Court, attacker: Page["writer"], dice: Dice): Uint8Array {
  const page = new Page(attacker, court.doc, court.kind);
  while (page.outgoing.length === 0) act(page, dice);
  return page.outgoing[0] ?? new Uint8Array();
}
