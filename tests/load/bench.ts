/**
 * `npm run bench`: our hub and its peers side by side on this machine, in rounds that take turns, so that what
 * else goes on here falls on all alike. Prints tables and ratios; README.md says what they mean.
 */
import { availableParallelism, loadavg } from "node:os";
import { parseArgs } from "node:util";

import { cursors, fanOut, type Figures, joins, rooms, type Run, slowReader } from "./scenarios.ts";
import { serverNames, startServer, type ServerName } from "./servers.ts";
import { openBenchStore, type BenchStore } from "./store.ts";
import { printTable, type Row } from "./table.ts";

interface Scenario {
  readonly title: string;
  readonly run: (run: Run) => Promise<Figures>;
  readonly sizes: readonly number[];
  /** Which servers can stand so many; the others end there and would only take time. */
  readonly servers: (n: number) => readonly ServerName[];
  /** The figure whose ratio to each peer is printed. */
  readonly ratio: string;
  /** Whose; "ours" unless said. */
  readonly of?: ServerName;
}

const hocuspocus: readonly ServerName[] = ["ours", "hocuspocus", "hocuspocus-50"];
const all: readonly ServerName[] = [...hocuspocus, "y-websocket"];

const scenarios: Readonly<Record<string, Scenario>> = {
  fanout: { title: "Fan-out: N members on one document, N/5 typing 2/s", run: fanOut, sizes: [50, 500, 1_000, 3_000], ratio: "µs/upd×client", servers: (n) => (n <= 200 ? all : n <= 1_000 ? hocuspocus : ["ours"]) },
  cursors: { title: "Cursors: N members, all moving 5/s", run: cursors, sizes: [200, 500], ratio: "cpuMs", servers: (n) => (n <= 200 ? all : ["ours", "hocuspocus"]) },
  joins: { title: "Joins: N within 2 s into 1 MB of 50,000 edits, 20 typing", run: joins, sizes: [300], ratio: "CPU ms/join", servers: () => ["ours", "hocuspocus", "y-websocket"] },
  rooms: { title: "Rooms: 30 documents of N members, 3 typing 1/s in each", run: rooms, sizes: [30], ratio: "cpuMs", servers: () => ["ours", "hocuspocus", "y-websocket"] },
  slow: { title: "One of N stops reading while 20 replace a page of text 2/s", run: slowReader, sizes: [100], ratio: "most RSS MB", servers: () => ["ours", "hocuspocus"] },
  nodes: { title: "Two nodes with Redis between them against one: fan-out, half the members on each", run: fanOut, sizes: [500], ratio: "cpuMs", of: "two-nodes", servers: () => ["two-nodes", "ours"] },
};

const { values: asked } = parseArgs({
  options: {
    only: { type: "string", default: Object.keys(scenarios).join() },
    n: { type: "string" },
    servers: { type: "string", default: serverNames.join() },
    rounds: { type: "string", default: "2" },
    seconds: { type: "string", default: "6" },
    profile: { type: "boolean", default: false },
  },
});

interface Cell {
  readonly scenario: Scenario;
  readonly n: number;
  readonly server: ServerName;
}

async function main(): Promise<void> {
  const store = await openBenchStore();
  const started = performance.now();
  console.log(`Node ${process.version}, ${availableParallelism()} processors shared with the clients, load ${loadavg()[0]?.toFixed(1)}, ${store.engine}, synchronous commit on`);
  try {
    for (const name of asked.only.split(",")) await runScenario(store, scenarioNamed(name));
  } finally {
    await store.close();
  }
  console.log(`\n${((performance.now() - started) / 60_000).toFixed(1)} minutes`);
}

function scenarioNamed(name: string): Scenario {
  const scenario = scenarios[name];
  if (!scenario) throw new Error(`No scenario "${name}". There are: ${Object.keys(scenarios).join(", ")}.`);
  return scenario;
}

async function runScenario(store: BenchStore, scenario: Scenario): Promise<void> {
  const sizes = asked.n ? asked.n.split(",").map(Number) : scenario.sizes;
  const wanted = new Set(asked.servers.split(","));
  const cells = sizes.flatMap((n) => scenario.servers(asked.n ? 0 : n).filter((server) => wanted.has(server)).map((server): Cell => ({ scenario, n, server })));
  const rows: Row[] = cells.map(({ n, server }) => ({ n, server, rounds: [] }));
  for (let round = 1; round <= Number(asked.rounds); round++) {
    for (const [i, cell] of cells.entries()) {
      process.stderr.write(`round ${round}: ${cell.scenario.run.name} ${cell.n} ${cell.server} … `);
      rows[i]!.rounds.push(await runCell(store, cell));
    }
  }
  printTable(scenario.title, { figure: scenario.ratio, of: scenario.of ?? "ours" }, rows);
}

/** One round of one server; null, with the reason on the way, when it did not come through. */
async function runCell(store: BenchStore, { scenario, n, server: name }: Cell): Promise<Figures | null> {
  const server = await startServer(name, store.env);
  try {
    const figures = await scenario.run({ server, seed: store.seed, n, seconds: Number(asked.seconds), profiled: asked.profile });
    process.stderr.write("done\n");
    return figures;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return null;
  } finally {
    await server.stop();
  }
}

await main();
process.exit(0);
