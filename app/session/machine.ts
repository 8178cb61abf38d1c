/**
 * The run of a session as a machine: what state it is in, and what each move of a facilitator makes of it. Any number
 * of facilitators may move at once; the desk puts their moves in a row. No move touches what people wrote, and a stage
 * whose need is unmet is opened by none.
 */
import * as z from "zod/mini";

import type { WordKey } from "#app/language/words.ts";

import { clockAt, extended, leftOn, paused, started, type Clock } from "./clock.ts";
import type { Need } from "./needs.ts";

/** Milliseconds for which going to another stage can be undone: long enough to notice a slip, short enough that nobody has settled in. */
export const UNDO_MS = 2 * 60_000;

/** Where everybody was before the last change of stage. Times are server time, milliseconds. */
export const beforeSchema = z.object({
  stageId: z.string(),
  leftMs: z.number(),
  running: z.boolean(),
  /** When they left it. */
  at: z.number(),
  /** Where they went had never been opened: undone, it has not been. */
  toUnopened: z._default(z.boolean(), false),
});
export type Before = z.infer<typeof beforeSchema>;

/** What a session remembers of its way through the stages. */
const pastSchema = z.object({
  /** Ids of the stages that were opened, whether or not anything was left there; null in sessions begun before this was kept. */
  opened: z.nullable(z.array(z.string())),
  before: z.nullable(beforeSchema),
});
export type Past = z.infer<typeof pastSchema>;

export type Run =
  | { readonly state: "preparing" }
  | {
      readonly state: "open";
      /** Null only in sessions that were opened otherwise than by this machine. */
      readonly stageId: string | null;
      readonly clock: Clock;
      readonly doorOpen: boolean;
      readonly before: Past["before"];
      readonly opened: Past["opened"];
    }
  | { readonly state: "closed" };
export type OpenRun = Extract<Run, { state: "open" }>;

/** `next` and `back` say from where, so that two facilitators who press at once go one stage and not two. */
export type Move =
  | { readonly move: "openDoor" }
  | { readonly move: "closeDoor" }
  | { readonly move: "goTo"; readonly stageId: string }
  | { readonly move: "next"; readonly from: string }
  | { readonly move: "back"; readonly from: string }
  | { readonly move: "undo" }
  | { readonly move: "startClock" }
  | { readonly move: "pauseClock" }
  | { readonly move: "addMinutes"; readonly minutes: number }
  | { readonly move: "close" };

/** A stage as a move finds it. */
export interface StageAhead {
  readonly id: string;
  readonly minutes: number;
  /** What its activity needs and the session has not; null when it may be opened. */
  readonly unmet: Need | null;
}

export interface Around {
  /** Milliseconds, server time. */
  readonly now: number;
  /** In order. */
  readonly stages: readonly StageAhead[];
  /** People are voting or ranking. */
  readonly roundOpen: boolean;
  readonly rehearsal: boolean;
}

export type Moved = { readonly ok: true; readonly run: Run } | { readonly ok: false; readonly problem: WordKey };

const refused = (problem: WordKey): Moved => ({ ok: false, problem });

/** What a move makes of a run, or why it is not made. */
export function moved(run: Run, wish: Move, around: Around): Moved {
  if (run.state === "closed") return wish.move === "close" ? { ok: true, run } : refused("session.problem.closed");
  if (run.state === "preparing") return begun(wish, around);
  const open = (change: Partial<OpenRun>): Moved => ({ ok: true, run: { ...run, ...change } });
  switch (wish.move) {
    case "openDoor": return open({ doorOpen: true });
    case "closeDoor": return open({ doorOpen: false });
    case "startClock": return open({ clock: started(run.clock, around.now) });
    case "pauseClock": return open({ clock: paused(run.clock, around.now) });
    case "addMinutes": return open({ clock: extended(run.clock, wish.minutes, around.now) });
    case "undo": return undone(run, around);
    case "close": return closed(around);
    default: return gone(run, targetOf(run, wish, around), around);
  }
}

/** The first time the door opens the session opens with it, at the first stage that may be opened. */
function begun({ move }: Move, { stages }: Around): Moved {
  if (move === "close") return refused("report.close.notOpened");
  if (move !== "openDoor") return refused("session.problem.notOpen");
  const first = stages.find(({ unmet }) => unmet === null);
  if (first) return { ok: true, run: { state: "open", stageId: first.id, clock: clockAt(first.minutes), doorOpen: true, before: null, opened: [first.id] } };
  return refused(stages[0]?.unmet ? `session.needs.${stages[0].unmet}` : "session.problem.noStages");
}

/** Closing asks for no agreement: a session that ends without any is a valid session. */
function closed({ roundOpen, rehearsal }: Around): Moved {
  if (rehearsal) return refused("session.rehearsal.notClosed");
  return roundOpen ? refused("report.close.roundOpen") : { ok: true, run: { state: "closed" } };
}

/** The stage a move leads to; the present one when somebody else has moved already, or at an end. */
function targetOf(run: OpenRun, wish: Extract<Move, { move: "goTo" | "next" | "back" }>, { stages }: Around): string | null {
  if (wish.move === "goTo") return wish.stageId;
  if (wish.from !== run.stageId) return run.stageId;
  const at = stages.findIndex(({ id }) => id === run.stageId);
  return stages[wish.move === "next" ? at + 1 : at - 1]?.id ?? run.stageId;
}

/** To another stage, whichever: skipping some and opening one again are the same move. Staying leaves the clock alone. */
function gone(run: OpenRun, stageId: string | null, { now, stages }: Around): Moved {
  if (stageId === run.stageId) return { ok: true, run };
  const stage = stages.find(({ id }) => id === stageId);
  if (!stage) return refused("session.problem.stageGone");
  if (stage.unmet) return refused(`session.needs.${stage.unmet}`);
  const toUnopened = run.opened !== null && !run.opened.includes(stage.id);
  const opened = run.opened && toUnopened ? [...run.opened, stage.id] : run.opened;
  const before = run.stageId === null ? null : { stageId: run.stageId, leftMs: leftOn(run.clock, now), running: run.clock.state === "running", at: now, toUnopened };
  return { ok: true, run: { ...run, stageId: stage.id, clock: clockAt(stage.minutes), before, opened } };
}

/** Back to where everybody was, with what was left on its clock; one that ran runs on from there. A stage opened by a slip was not held. */
function undone(run: OpenRun, { now, stages }: Around): Moved {
  const { before } = run;
  if (!before || !canUndo(before, now)) return refused("session.problem.undoGone");
  const stage = stages.find(({ id }) => id === before.stageId);
  if (!stage) return refused("session.problem.stageGone");
  if (stage.unmet) return refused(`session.needs.${stage.unmet}`);
  const opened = run.opened && before.toUnopened ? run.opened.filter((id) => id !== run.stageId) : run.opened;
  return { ok: true, run: { ...run, stageId: stage.id, clock: clockOf(before, now), before: null, opened } };
}

function clockOf({ running, leftMs }: Before, now: number): Clock {
  return running ? { state: "running", endsAt: now + leftMs } : { state: "stopped", leftMs };
}

/** True while the change of stage that left it can still be undone. */
export function canUndo({ at }: Before, now: number): boolean {
  return now - at < UNDO_MS;
}

/** Reads the Json column `Session.stageBefore`, which once held what can be undone and nothing else; rubbish cannot be undone. */
export function readPast(value: unknown): Past {
  const read = pastSchema.safeParse(value);
  if (read.success) return read.data;
  const before = beforeSchema.safeParse(value);
  return { opened: null, before: before.success ? before.data : null };
}
