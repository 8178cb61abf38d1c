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

/** Prints a line a server and size, then the ratios of the figure `ratio`: under 1, ours needs less. */
export function printTable(title: string, ratio: string, rows: readonly Row[]): void {
  const names = [...new Set(rows.flatMap(({ rounds }) => rounds.flatMap((figures) => Object.keys(figures ?? {}))))];
  const lines = rows.map((row) => [String(row.n), row.server, ...names.map((name) => shown(medianOf(row, name)))]);
  console.log(`\n${title}`);
  print([["N", "server", ...names], ...lines]);
  for (const row of rows) if (row.server !== "ours") printRatio(row, rows.find((one) => one.server === "ours" && one.n === row.n), ratio);
}

function printRatio(peer: Row, ours: Row | undefined, name: string): void {
  if (!ours) return;
  const each = ours.rounds.map((figures, i) => (figures?.[name] ?? Number.NaN) / (peer.rounds[i]?.[name] ?? Number.NaN));
  const known = each.filter((one) => !Number.isNaN(one));
  if (known.length === 0) return;
  console.log(`  ${name}, N = ${peer.n}: ours / ${peer.server} = ${median(known).toFixed(2)} (rounds ${known.map((one) => one.toFixed(2)).join(", ")})`);
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
