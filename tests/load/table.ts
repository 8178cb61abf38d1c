/** Figures as tables: the median of the rounds, and how ours compares with each of the others. */
import type { Figures } from "./scenarios.ts";
import type { ServerName } from "./servers.ts";
import { median } from "./spread.ts";

export interface Row {
  readonly n: number;
  readonly server: ServerName;
  /** Null for a round that did not come through. */
  readonly rounds: (Figures | null)[];
}

/** Which figure is compared, and whose with that of the others. */
export interface Ratio {
  readonly figure: string;
  readonly of: ServerName;
}

/** A figure, or how it compares with that of `against`, and what it should be. */
export interface Goal {
  readonly n: number;
  readonly figure: string;
  /** The goal is then about the ratio of the two, or with `isDifference` about how much more it is. */
  readonly against?: ServerName;
  readonly isDifference?: true;
  readonly atMost?: number;
  readonly atLeast?: number;
}

/** What came of one scenario. */
export interface Outcome {
  readonly name: string;
  /** Whose figures the goals are about. */
  readonly of: ServerName;
  readonly goals: readonly Goal[];
  readonly rows: readonly Row[];
}

/** Prints what was to be reached beside what was, all scenarios in one table. */
export function printGoals(outcomes: readonly Outcome[]): void {
  const lines = outcomes.flatMap(({ name, of, goals, rows }) => goals.flatMap((goal) => {
    const measured = measuredOf(rows, of, goal);
    const wanted = goal.atMost === undefined ? `≥ ${goal.atLeast}` : `≤ ${goal.atMost}`;
    const isMet = goal.atMost === undefined ? measured >= (goal.atLeast ?? 0) : measured <= goal.atMost;
    const what = goal.against ? `${goal.figure}, ${of} ${goal.isDifference ? "−" : "/"} ${goal.against}` : goal.figure;
    return Number.isNaN(measured) ? [] : [[String(goal.n), name, what, shown(measured), wanted, isMet ? "yes" : "no"]];
  }));
  if (lines.length === 0) return;
  console.log("\nGoals");
  print([["N", "scenario", "what", "measured", "goal", "met"], ...lines]);
}

function measuredOf(rows: readonly Row[], of: ServerName, { n, figure, against, isDifference }: Goal): number {
  const one = rows.find((row) => row.server === of && row.n === n);
  const peer = rows.find((row) => row.server === against && row.n === n);
  if (!one || (against && !peer)) return Number.NaN;
  if (!peer) return medianOf(one, figure);
  return isDifference ? medianOf(one, figure) - medianOf(peer, figure) : median(ratiosOf(one, peer, figure));
}

/** Prints a line for each server and size, then the ratios: under 1, the one compared needs less. */
export function printTable(title: string, ratio: Ratio, rows: readonly Row[]): void {
  const names = [...new Set(rows.flatMap(({ rounds }) => rounds.flatMap((figures) => Object.keys(figures ?? {}))))];
  const lines = rows.map((row) => [String(row.n), row.server, ...names.map((name) => shown(medianOf(row, name)))]);
  console.log(`\n${title}`);
  print([["N", "server", ...names], ...lines]);
  for (const row of rows) if (row.server !== ratio.of) printRatio(rows.find((one) => one.server === ratio.of && one.n === row.n), row, ratio.figure);
}

function printRatio(one: Row | undefined, peer: Row, name: string): void {
  if (!one) return;
  const known = ratiosOf(one, peer, name);
  if (known.length === 0) return;
  console.log(`  ${name}, N = ${peer.n}: ${one.server} / ${peer.server} = ${median(known).toFixed(2)} (rounds ${known.map((ratio) => ratio.toFixed(2)).join(", ")})`);
}

/** Made within each round, since neighbours in a round had the same weather. */
function ratiosOf(one: Row, peer: Row, name: string): number[] {
  const each = one.rounds.map((figures, i) => (figures?.[name] ?? Number.NaN) / (peer.rounds[i]?.[name] ?? Number.NaN));
  return each.filter((ratio) => !Number.isNaN(ratio));
}

function medianOf({ rounds }: Row, name: string): number {
  return median(rounds.map((figures) => figures?.[name] ?? Number.NaN));
}

function shown(figure: number): string {
  if (Number.isNaN(figure)) return "–";
  return figure >= 100 || Number.isInteger(figure) ? figure.toFixed(0) : figure.toFixed(figure < 10 ? 2 : 1);
}

function print(lines: readonly (readonly string[])[]): void {
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  // Names stand left, figures right.
  const isText = (lines[0] ?? []).map((_, column) => lines.slice(1).some((line) => /^[a-zµ]/i.test(line[column] ?? "")));
  for (const line of lines) console.log(`  ${line.map((cell, column) => (isText[column] ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join("  ")}`);
}
