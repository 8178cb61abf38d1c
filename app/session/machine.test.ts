import fc from "fast-check";
import { expect, test } from "vitest";

import { clockAt, leftOn, started } from "./clock.ts";
import { moved, readPast, UNDO_MS, type Around, type Move, type OpenRun, type Run, type StageAhead } from "./machine.ts";
import { needs, unmetNeed, type Need, type Supplies } from "./needs.ts";

const MINUTE = 60_000;
const NOON = Date.UTC(2026, 10, 22, 12);
const stages: StageAhead[] = ["ready", "reading", "choosing"].map((id, index) => ({ id, minutes: (index + 1) * 5, unmet: null }));
const around = (overrides: Partial<Around> = {}): Around => ({ now: NOON, stages, roundOpen: false, rehearsal: false, ...overrides });
const at = (stageId: string, overrides: Partial<OpenRun> = {}): OpenRun => ({ state: "open", stageId, clock: clockAt(5), doorOpen: true, before: null, opened: [stageId], ...overrides });

test("the door opens the session at its first stage, the clock ready", () => {
  expect(moved({ state: "preparing" }, { move: "openDoor" }, around())).toEqual({ ok: true, run: at("ready") });
});

test("a first stage that lacks something is passed over; when all do, the door says why and stays shut", () => {
  const lacking = stages.map((stage) => ({ ...stage, unmet: stage.id === "ready" ? ("evidence" as const) : null }));
  expect(moved({ state: "preparing" }, { move: "openDoor" }, around({ stages: lacking }))).toMatchObject({ run: { stageId: "reading" } });
  const all = stages.map((stage) => ({ ...stage, unmet: "evidence" as const }));
  expect(moved({ state: "preparing" }, { move: "openDoor" }, around({ stages: all }))).toEqual({ ok: false, problem: "session.needs.evidence" });
  expect(moved({ state: "preparing" }, { move: "openDoor" }, around({ stages: [] }))).toEqual({ ok: false, problem: "session.problem.noStages" });
});

test.each(needs)("a stage that lacks %s is not opened, and says so", (need) => {
  const lacking = stages.map((stage) => ({ ...stage, unmet: stage.id === "reading" ? need : null }));
  for (const move of [{ move: "goTo", stageId: "reading" }, { move: "next", from: "ready" }] as const)
    expect(moved(at("ready"), move, around({ stages: lacking }))).toEqual({ ok: false, problem: `session.needs.${need}` });
});

test("two facilitators who press for the next stage at once go one stage, not two", () => {
  const first = moved(at("ready"), { move: "next", from: "ready" }, around());
  expect(first.ok && moved(first.run, { move: "next", from: "ready" }, around())).toEqual(first);
});

test("going to the stage where everybody is leaves the clock alone", () => {
  const run = at("reading", { clock: started(clockAt(3), NOON) });
  expect(moved(run, { move: "goTo", stageId: "reading" }, around({ now: NOON + MINUTE }))).toEqual({ ok: true, run });
});

test("a change of stage is undone with what was left on the clock, which runs on if it ran", () => {
  const run = at("reading", { clock: started(clockAt(4), NOON) });
  const away = moved(run, { move: "goTo", stageId: "choosing" }, around({ now: NOON + 40_000 }));
  const back = away.ok ? moved(away.run, { move: "undo" }, around({ now: NOON + MINUTE })) : away;
  expect(back).toMatchObject({ ok: true, run: { stageId: "reading", before: null, clock: { state: "running" } } });
  expect(back.ok && back.run.state === "open" && leftOn(back.run.clock, NOON + MINUTE)).toBe(200_000);
});

test("a stage was held once the group has gone to it; one skipped was not, nor one that was opened by a slip and undone", () => {
  const skipped = after(at("ready"), { move: "goTo", stageId: "choosing" });
  expect(skipped).toMatchObject({ opened: ["ready", "choosing"] });
  expect(after(skipped, { move: "back", from: "choosing" })).toMatchObject({ opened: ["ready", "choosing", "reading"] });
  expect(after(skipped, { move: "undo" })).toMatchObject({ stageId: "ready", opened: ["ready"] });
});

test("a stage that is opened again stays held, also when coming back to it is undone", () => {
  const again = after(at("choosing", { opened: ["ready", "choosing"] }), { move: "goTo", stageId: "ready" });
  expect(again).toMatchObject({ opened: ["ready", "choosing"] });
  expect(after(again, { move: "undo" })).toMatchObject({ stageId: "choosing", opened: ["ready", "choosing"] });
});

test("a session begun before stages were remembered does not begin to guess, and can still undo", () => {
  const kept = { stageId: "ready", leftMs: 1000, running: false, at: NOON };
  expect(readPast(kept)).toEqual({ opened: null, before: { ...kept, toUnopened: false } });
  expect(readPast(null)).toEqual({ opened: null, before: null });
  expect(after(at("reading", readPast(kept)), { move: "undo" })).toMatchObject({ stageId: "ready", opened: null });
});

test.each([
  ["after two minutes", UNDO_MS, stages],
  ["once its stage is gone", 0, stages.slice(1)],
] as const)("a change of stage is not undone %s", (_name, later, left) => {
  const away = moved(at("ready"), { move: "goTo", stageId: "choosing" }, around());
  expect(away.ok && moved(away.run, { move: "undo" }, around({ now: NOON + later, stages: left })).ok).toBe(false);
});

test("a session closes without any agreement; not while people vote, not before it was opened, and never as a rehearsal", () => {
  expect(moved(at("ready"), { move: "close" }, around())).toEqual({ ok: true, run: { state: "closed" } });
  expect(moved({ state: "closed" }, { move: "close" }, around())).toEqual({ ok: true, run: { state: "closed" } });
  expect(moved(at("ready"), { move: "close" }, around({ roundOpen: true }))).toEqual({ ok: false, problem: "report.close.roundOpen" });
  expect(moved({ state: "preparing" }, { move: "close" }, around())).toEqual({ ok: false, problem: "report.close.notOpened" });
  expect(moved(at("ready"), { move: "close" }, around({ rehearsal: true }))).toEqual({ ok: false, problem: "session.rehearsal.notClosed" });
});

/** The run after a move that is made. */
function after(run: Run, move: Move): Run {
  const answer = moved(run, move, around());
  if (!answer.ok) throw new Error(answer.problem);
  return answer.run;
}

const ids = ["ready", "reading", "choosing", "gone"];
const anyId = fc.constantFrom(...ids);
const anyMove: fc.Arbitrary<Move> = fc.oneof(
  fc.record({ move: fc.constant("goTo" as const), stageId: anyId }),
  fc.record({ move: fc.constantFrom("next" as const, "back" as const), from: anyId }),
  fc.record({ move: fc.constant("addMinutes" as const), minutes: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ move: fc.constantFrom("openDoor" as const, "closeDoor" as const, "undo" as const, "startClock" as const, "pauseClock" as const, "close" as const) }),
);
/** What happens between two moves: time goes by, supplies come and go, somebody contributes. */
const anyStep = fc.record({
  move: anyMove,
  waitMs: fc.nat(3 * MINUTE),
  supplies: fc.record({ evidence: fc.boolean(), questions: fc.boolean(), groupsBack: fc.boolean(), chosenQuestion: fc.boolean(), priorities: fc.boolean() }),
  roundOpen: fc.boolean(),
});
type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never;

const needOf = (id: string): Need | null => ({ reading: "evidence" as const, choosing: "questions" as const })[id] ?? null;
const ahead = (supplies: Supplies): StageAhead[] => stages.map((stage) => ({ ...stage, unmet: unmetNeed(stage.id, needOf, supplies) }));

/** Every state that a sequence of moves goes through, with what each was decided on. */
function walk(steps: readonly Step[]) {
  let [run, now]: [Run, number] = [{ state: "preparing" }, NOON];
  return steps.map((step) => {
    now += step.waitMs;
    const [before, around] = [run, { now, stages: ahead(step.supplies), roundOpen: step.roundOpen, rehearsal: false }];
    const answer = moved(before, step.move, around);
    run = answer.ok ? answer.run : before;
    return { step, before, run, answer, around };
  });
}

test("no sequence of moves opens a stage whose need is unmet, or leaves a closed session", () => {
  fc.assert(fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => {
    for (const { before, run, around } of walk(steps)) {
      if (before.state === "closed") expect(run).toEqual({ state: "closed" });
      if (run.state !== "open" || (before.state === "open" && before.stageId === run.stageId)) continue;
      expect(around.stages.find(({ id }) => id === run.stageId)?.unmet).toBeNull();
    }
  }), { seed: 2026, numRuns: 500 });
});

test("every state that is reached has a stage of the session and a clock to show, and what is refused changes nothing", () => {
  fc.assert(fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => {
    for (const { before, run, answer, around } of walk(steps)) {
      if (!answer.ok) expect(run).toBe(before);
      if (run.state !== "open") continue;
      expect(ids.slice(0, 3)).toContain(run.stageId);
      expect(run.opened).toContain(run.stageId);
      expect(new Set(run.opened).size, "each once").toBe(run.opened?.length);
      expect(Number.isFinite(leftOn(run.clock, around.now))).toBe(true);
    }
  }), { seed: 2026, numRuns: 500 });
});

test("adding minutes never takes any away, from anybody, in any state of the clock", () => {
  fc.assert(fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => {
    for (const { step, before, run, around } of walk(steps)) {
      if (step.move.move !== "addMinutes" || before.state !== "open" || run.state !== "open") continue;
      expect(run.stageId).toBe(before.stageId);
      expect(leftOn(run.clock, around.now)).toBeGreaterThanOrEqual(leftOn(before.clock, around.now) + step.move.minutes * MINUTE);
    }
  }), { seed: 2026, numRuns: 500 });
});

test("an open session in which nobody votes can be closed from every state that is reached", () => {
  fc.assert(fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => {
    for (const { run, around } of walk(steps)) if (run.state === "open") expect(moved(run, { move: "close" }, { ...around, roundOpen: false }).ok).toBe(true);
  }), { seed: 2026, numRuns: 200 });
});
