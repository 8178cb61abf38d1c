/**
 * `npm run bench`: our hub and its peers side by side on this machine, in rounds that take turns, so that what
 * else goes on here falls on all alike. Prints tables and ratios; README.md says what they mean.
 */
import { availableParallelism, loadavg } from "node:os";
import { parseArgs } from "node:util";

import { notice } from "./notice.ts";
import { cursors, fanOut, type Figures, hands, joins, rooms, type Run, slowReader } from "./scenarios.ts";
import { serverNames, startServer, type ServerName } from "./servers.ts";
import { openBenchStore, type BenchStore } from "./store.ts";
import { type Goal, type Outcome, printGoals, printTable, type Row } from "./table.ts";

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
  /** At the most, for what takes long. */
  readonly rounds?: number;
  readonly goals: readonly Goal[];
}

const hocuspocus: readonly ServerName[] = ["ours", "hocuspocus", "hocuspocus-50"];
const all: readonly ServerName[] = [...hocuspocus, "hocuspocus-silent", "y-websocket", "y-websocket-silent"];
/** As their packages ship them. */
const peers: readonly ServerName[] = ["hocuspocus", "y-websocket"];

/** What one who stops reading may cost: `BACKLOG_BYTES` of frames that wait for them, and as much room for the heap to breathe in. */
const SLOW_READER_MB = 16;

const scenarios: Readonly<Record<string, Scenario>> = {
  fanout: {
    title: "Fan-out: N members on one document, N/5 typing 2/s", run: fanOut, sizes: [50, 500, 1_000, 3_000], ratio: "µs/upd×client",
    servers: (n) => (n <= 200 ? all : n <= 1_000 ? hocuspocus : ["ours"]),
    goals: [
      { n: 50, figure: "µs/upd×client", against: "hocuspocus", atMost: 1.05 },
      { n: 50, figure: "p95", atMost: 125 },
      ...[500, 1_000].flatMap((n): Goal[] => [{ n, figure: "µs/upd×client", against: "hocuspocus", atMost: 0.5 }, { n, figure: "µs/upd×client", against: "hocuspocus-50", atMost: 1.05 }]),
      { n: 3_000, figure: "p99", atMost: 250 },
      ...[500, 1_000, 3_000].flatMap((n): Goal[] => [{ n, figure: "delivered %", atLeast: 100 }, { n, figure: "same", atLeast: 1 }]),
    ],
  },
  cursors: {
    title: "Cursors: N members, all moving 5/s", run: cursors, sizes: [200, 500], ratio: "cpuMs", servers: (n) => (n <= 200 ? hocuspocus : ["ours", "hocuspocus"]),
    goals: [{ n: 200, figure: "cpuMs", against: "hocuspocus", atMost: 0.33 }, { n: 500, figure: "p99", atMost: 100 }, { n: 500, figure: "delivered %", atLeast: 100 }],
  },
  joins: {
    title: "Joins: N within 2 s into 1 MB of 50,000 edits, 20 typing", run: joins, sizes: [300], ratio: "CPU ms/join", servers: () => ["ours", "hocuspocus", "y-websocket"],
    goals: [
      { n: 300, figure: "CPU ms/join", atMost: 6 },
      ...peers.map((against): Goal => ({ n: 300, figure: "CPU ms/join", against, atMost: 0.14 })),
      { n: 300, figure: "last in after ms", atMost: 500 },
      { n: 300, figure: "typists p95", atMost: 250 },
    ],
  },
  rooms: {
    title: "Rooms: 30 documents of N members, 3 typing 1/s in each", run: rooms, sizes: [30], ratio: "cpuMs", servers: () => ["ours", "hocuspocus", "hocuspocus-silent", "y-websocket", "y-websocket-silent"],
    goals: [...peers.map((against): Goal => ({ n: 30, figure: "cpuMs", against, atMost: 1 })), { n: 30, figure: "p95", atMost: 40 }],
  },
  hands: {
    title: "Hands: 50 members on a document that N clientIDs have written in, 10 typing 2/s", run: hands, sizes: [5_000], ratio: "µs/upd×client", servers: () => ["ours", "hocuspocus"],
    goals: [{ n: 5_000, figure: "µs/upd×client", against: "hocuspocus", atMost: 1.05 }, { n: 5_000, figure: "p95", atMost: 125 }, { n: 5_000, figure: "state vector KB", atMost: 64 }],
  },
  slow: {
    title: "One of N stops reading while 20 replace a page of text 2/s", run: slowReader, sizes: [100], ratio: "grown by MB", rounds: 1, servers: () => ["ours", "hocuspocus"],
    goals: [{ n: 100, figure: "grown by MB", atMost: SLOW_READER_MB }, { n: 100, figure: "grown by MB", against: "hocuspocus", atMost: 1 }, { n: 100, figure: "p95 later by", atMost: 10 }],
  },
  notice: {
    title: "Notice: N seated members see what the desk decided", run: notice, sizes: [500], ratio: "p95", of: "house", servers: () => ["house"],
    goals: [{ n: 500, figure: "p95", atMost: 500 }, { n: 500, figure: "seen %", atLeast: 100 }, { n: 500, figure: "transactions/decision", atMost: 20 }],
  },
  nodes: {
    title: "Two nodes with Redis between them against one: fan-out, half the members on each", run: fanOut, sizes: [500, 3_000], ratio: "cpuMs", of: "two-nodes", servers: () => ["two-nodes", "ours"],
    goals: [500, 3_000].flatMap((n): Goal[] => [
      { n, figure: "delivered %", atLeast: 100 },
      { n, figure: "cpuMs", against: "ours", atMost: 0.65 },
      { n, figure: "p95", against: "ours", isDifference: true, atMost: 50 },
    ]),
  },
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
    const outcomes: Outcome[] = [];
    for (const name of asked.only.split(",")) outcomes.push(await runScenario(store, name));
    printGoals(outcomes);
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

async function runScenario(store: BenchStore, name: string): Promise<Outcome> {
  const scenario = scenarioNamed(name);
  const { of = "ours", goals } = scenario;
  const sizes = asked.n ? asked.n.split(",").map(Number) : scenario.sizes;
  const wanted = new Set(asked.servers.split(","));
  const cells = sizes.flatMap((n) => scenario.servers(asked.n ? 0 : n).filter((server) => wanted.has(server)).map((server): Cell => ({ scenario, n, server })));
  const rows: Row[] = cells.map(({ n, server }) => ({ n, server, rounds: [] }));
  for (let round = 1; round <= Math.min(Number(asked.rounds), scenario.rounds ?? Number.POSITIVE_INFINITY); round++) {
    for (const [i, cell] of cells.entries()) {
      process.stderr.write(`round ${round}: ${cell.scenario.run.name} ${cell.n} ${cell.server} … `);
      rows[i]!.rounds.push(await runCell(store, cell));
    }
  }
  printTable(scenario.title, { figure: scenario.ratio, of }, rows);
  return { name, of, goals, rows };
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
