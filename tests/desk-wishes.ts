/** Everything that a facilitator can press at the desk or on the preparing page, drawn at random; what a press is about is chosen from what stands there at that moment. */
import fc from "fast-check";

import { sizes } from "#app/groups/groups.ts";
import type { Change } from "#app/session/prepare.server.ts";
import { moves } from "#app/talk/moves.ts";
import { queueOrders } from "#app/talk/queue.ts";
import { signalKinds } from "#app/talk/signals.ts";

/** What a facilitator sees when they press. */
export interface Seen {
  readonly stageIds: readonly string[];
  readonly stageId: string;
  /** Participants who may be removed, or called, or made scribes. */
  readonly memberIds: readonly string[];
  readonly questionIds: readonly string[];
  readonly itemId: string;
}

export interface Wish {
  readonly on: (seen: Seen) => { readonly desk: Readonly<Record<string, string>> } | { readonly preparing: Change };
  /** What it may do to what stages need: meet it, leave it unmet, or change which stage needs it. */
  readonly supplies: "gives" | "takes" | "orders" | null;
}

type About = (seen: Seen, pick: (from: readonly string[]) => string) => Readonly<Record<string, string>>;

const alone: About = () => ({});
const person: About = ({ memberIds }, pick) => ({ memberId: pick(memberIds) });
const one = (field: string, from: readonly string[]): About => (_seen, pick) => ({ [field]: pick(from) });
const activities = ["ready", "reading", "thinking", "questions", "airing", "choosing", "firstWords", "building", "lastWords", "principles", "priorities", "ranking", "review", "prompt"];

/** By intent: how often against the others, what it is about, and what it does to supplies. */
const desk: readonly (readonly [intent: string, weight: number, about: About, supplies?: Wish["supplies"]])[] = [
  ["goTo", 12, ({ stageIds }, pick) => ({ stageId: pick(stageIds) })],
  ["next", 6, ({ stageId }) => ({ from: stageId })],
  ["back", 3, ({ stageId }) => ({ from: stageId })],
  ["undo", 4, alone],
  ["startClock", 1, alone], ["pauseClock", 1, alone], ["addMinutes", 1, one("minutes", ["1", "5"])],
  ["openDoor", 1, alone], ["closeDoor", 1, alone], ["rotateCode", 1, alone],
  ["removeMember", 1, person],
  ["freeze", 1, alone], ["unfreeze", 2, alone], ["openRound", 2, alone], ["closeRound", 2, alone],
  ["agreeRules", 1, alone], ["openRules", 1, alone],
  ["showPassage", 1, ({ itemId }) => ({ itemId, blockId: "b", from: "0", to: "7" })], ["showLimitations", 1, ({ itemId }) => ({ itemId })], ["takeDown", 1, alone],
  ["callNext", 1, person], ["takeBackCall", 1, person], ["endTurn", 1, alone], ["queueOrder", 1, one("order", queueOrders)],
  ["startGoRound", 1, alone], ["stopGoRound", 1, alone], ["goOnWithRound", 1, alone], ["endRoundTurn", 1, (seen, pick) => ({ ...person(seen, pick), end: pick(["spoken", "passed", "later"]) })],
  ["makeMove", 1, one("key", moves)], ["clearMove", 1, alone], ["clearSignal", 1, one("kind", signalKinds)], ["setScribe", 1, (seen, pick) => ({ ...person(seen, pick), scribe: pick(["yes", "no"]) })],
  ["air", 1, ({ questionIds }, pick) => ({ question: pick([...questionIds, ""]) })],
  ["openChoice", 3, one("between", ["questions", "groups"])], ["openRevote", 1, alone], ["closeChoice", 3, alone, "gives"],
  ["chooseQuestion", 2, ({ questionIds }, pick) => ({ question: pick(questionIds) }), "gives"], ["chooseAnew", 2, alone, "takes"],
  ["formGroups", 2, one("size", Object.keys(sizes)), "gives"], ["mergeGroups", 3, alone, "gives"], ["separateGroups", 2, alone, "takes"],
];

const fields = (activity: string) => ({ activity, name: { en: activity }, prompt: {}, minutes: 5 });

/** On the preparing page. */
const preparing: readonly (readonly [weight: number, (seen: Seen, pick: (from: readonly string[]) => string) => Change])[] = [
  [1, (_seen, pick) => ({ intent: "addStage", ...fields(pick(activities)) })],
  [1, (_seen, pick) => ({ intent: "restoreStage", place: Number(pick(["1", "4", "9"])), ...fields(pick(activities)) })],
  [3, ({ stageIds }, pick) => ({ intent: "editStage", id: pick(stageIds), ...fields(pick(activities)) })],
  [2, ({ stageIds }, pick) => ({ intent: "removeStage", id: pick(stageIds) })],
  [2, ({ stageIds }, pick) => ({ intent: "moveStage", id: pick(stageIds), place: Number(pick(["1", "3", "8"])) })],
  [1, (_seen, pick) => ({ intent: "details", title: { en: pick(["Together", "Apart"]) }, publishCount: 3, mix: {} })],
];

/** Any press of any facilitator. */
const anyWish: fc.Arbitrary<Wish> = fc.oneof(
  ...desk.map(([intent, weight, about, supplies = null]) => ({ weight, arbitrary: fc.nat(1_000).map((at): Wish => ({ supplies, on: (seen) => ({ desk: { intent, ...about(seen, picker(at)) } }) })) })),
  ...preparing.map(([weight, change]) => ({ weight, arbitrary: fc.nat(1_000).map((at): Wish => ({ supplies: "orders", on: (seen) => ({ preparing: change(seen, picker(at)) }) })) })),
);

/** Several presses at once, by as many facilitators. What gives and what takes away is not among them together: between two looks nobody could say what there was. */
export const anyAtOnce: fc.Arbitrary<readonly Wish[]> = fc.array(anyWish, { minLength: 1, maxLength: 4 }).map((wishes) => {
  const kind = wishes.find(({ supplies }) => supplies)?.supplies;
  const first = wishes.findIndex(({ supplies }) => supplies === kind);
  return wishes.filter(({ supplies }, index) => supplies === null || (supplies === kind && (kind !== "orders" || index === first)));
});

/** Each time another from a row, the same at every run. */
function picker(at: number): (from: readonly string[]) => string {
  let turn = at;
  return (from) => from[turn++ % Math.max(1, from.length)] ?? "";
}
