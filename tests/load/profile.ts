/** Where a server's CPU time went: the functions that used most of it themselves, from V8's own profile. */
import type { Profiler } from "node:inspector/promises";

const SHOWN = 25;

/** Prints the most costly functions; idle time is left out. */
export function printProfile(title: string, profile: Profiler.Profile): void {
  const costs = costsIn(profile);
  const all = [...costs.values()].reduce((sum, cost) => sum + cost, 0);
  console.log(`\n${title}: ${(all / 1_000).toFixed(0)} ms not idle`);
  const most = [...costs].sort(([, a], [, b]) => b - a).slice(0, SHOWN);
  for (const [name, cost] of most) console.log(`  ${((cost / all) * 100).toFixed(1).padStart(5)} %  ${name}`);
}

function costsIn({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): Map<string, number> {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  const costs = new Map<string, number>();
  samples.forEach((id, i) => {
    const name = names.get(id) ?? "";
    // Microseconds since the sample before.
    if (name !== "(idle)") costs.set(name, (costs.get(name) ?? 0) + (timeDeltas[i] ?? 0));
  });
  return costs;
}

function nameOf({ functionName, url, lineNumber }: Profiler.ProfileNode["callFrame"]): string {
  const where = url && ` ${url.split("/").slice(-3).join("/")}:${lineNumber + 1}`;
  return `${functionName || "(anonymous)"}${where}`;
}
