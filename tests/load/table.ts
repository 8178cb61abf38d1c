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
  const each = one.rounds.map((figures, i) => (figures?.[name] ?? Number.NaN) / (peer.rounds[i]?.[name] ?? Number.NaN));
  const known = each.filter((ratio) => !Number.isNaN(ratio));
  if (known.length === 0) return;
  console.log(`  ${name}, N = ${peer.n}: ${one.server} / ${peer.server} = ${median(known).toFixed(2)} (rounds ${known.map((ratio) => ratio.toFixed(2)).join(", ")})`);
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
  for (const line of lines) console.log(`  ${line.map((cell, column) => (column === 1 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join("  ")}`);
}
