#!/usr/bin/env node
// @ts-nocheck
// Stand-in for Prisma's native schema-engine binary: speaks the CLI's JSON-RPC protocol on
// stdio and hands each call to the same engine compiled to WASM, through a driver adapter.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

const require = createRequire(import.meta.url);
const { values: opts, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    datamodels: { type: "string", multiple: true, short: "d" },
    datasource: { type: "string" },
    "enabled-preview-features": { type: "string" },
    "extension-types": { type: "string" },
    version: { type: "boolean" },
  },
});
if (opts.version) {
  console.log(`schema-engine-cli ${readFileSync(require.resolve("@prisma/schema-engine-wasm").replace(/[^/]+$/, "package.json"), "utf8").match(/"version": "[^"]*\.([0-9a-f]{40})"/)[1]}`);
  process.exit(0);
}

const url = opts.datasource ? JSON.parse(opts.datasource).url : process.env.DATABASE_URL;

// ---- adapters --------------------------------------------------------------------------
async function makeAdapter(url, { PrismaPg }) {
  /** adapter-pg 7.10 rejects Postgres' internal "char" (OID 18), which the describer reads. */
  const allowChar = (adapter) => {
    const performIO = adapter.performIO.bind(adapter);
    adapter.performIO = async (q) => {
      const res = await performIO(q);
      for (const f of res.fields ?? []) if (f.dataTypeID === 18) f.dataTypeID = 25;
      return res;
    };
    return adapter;
  };
  const main = new PrismaPg({ connectionString: url });
  return {
    provider: main.provider,
    adapterName: main.adapterName,
    connect: async () => allowChar(await main.connect()),
    // adapter-pg's own connectToShadowDb() stays on the real database when it was given a
    // connectionString, and drops the shadow database before closing its pool.
    connectToShadowDb: async () => {
      const name = `prisma_migrate_shadow_db_${randomUUID()}`;
      const admin = await main.connect();
      await admin.executeScript(`CREATE DATABASE "${name}"`);
      const shadowUrl = Object.assign(new URL(url), { pathname: `/${name}` });
      const shadow = allowChar(await new PrismaPg({ connectionString: shadowUrl.href }).connect());
      const dispose = shadow.dispose.bind(shadow);
      shadow.dispose = async () => {
        await dispose();
        await admin.executeScript(`DROP DATABASE "${name}" WITH (FORCE)`);
        await admin.dispose();
      };
      return shadow;
    },
  };
}

// ---- `schema-engine cli can-connect-to-database | create-database | drop-database` ------
if (positionals[0] === "cli") {
  const pg = (await import("pg")).default;
  const u = new URL(url);
  const name = decodeURIComponent(u.pathname.slice(1));
  const run = async (target, sql) => {
    const c = new pg.Client({ connectionString: target });
    await c.connect();
    try { if (sql) await c.query(sql); } finally { await c.end(); }
  };
  const adminUrl = Object.assign(new URL(url), { pathname: "/postgres" }).href;
  try {
    if (positionals[1] === "can-connect-to-database") await run(url);
    else if (positionals[1] === "create-database") await run(adminUrl, `CREATE DATABASE "${name}"`);
    else if (positionals[1] === "drop-database") await run(adminUrl, `DROP DATABASE "${name}" WITH (FORCE)`);
    process.exit(0);
  } catch (err) {
    const code = err.code === "3D000" ? "P1003" : err.code === "28P01" ? "P1000" : "P1001";
    // the CLI skips the first stderr line, then parses each line as JSON
    process.stderr.write("\n" + JSON.stringify({ level: "ERROR", target: "schema_engine::logger", fields: { error_code: code, message: err.message || String(err.errors?.[0] ?? err) } }));
    process.exit(1);
  }
}

// ---- JSON-RPC ---------------------------------------------------------------------------
const [{ bindMigrationAwareSqlAdapterFactory }, adapters] = await Promise.all([
  import("@prisma/driver-adapter-utils"),
  import("@prisma/adapter-pg"),
]);
const jsPath = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg");
const glue = await import(pathToFileURL(jsPath).href);
const { exports } = new WebAssembly.Instance(
  new WebAssembly.Module(readFileSync(jsPath.replace(/\.js$/, ".wasm"))),
  { "./schema_engine_bg.js": glue },
);
glue.__wbg_set_wasm(exports);
exports.__wbindgen_start();

let enginePromise;
const bound = bindMigrationAwareSqlAdapterFactory(await makeAdapter(url, adapters));
const getEngine = () =>
  (enginePromise ??= glue.SchemaEngine.new(
    { datamodels: opts.datamodels?.map((p) => [p, readFileSync(p, "utf8")]) },
    () => {},
    bound,
  ));
const write = (msg) => process.stdout.write(JSON.stringify({ jsonrpc: "2.0", ...msg }) + "\n");

let pending = 0, closing = false;
const done = () => { if (closing && pending === 0) process.exit(0); };
for await (const line of createInterface({ input: process.stdin })) {
  if (!line.trim()) continue;
  const { id, method, params } = JSON.parse(line);
  if (!method) continue; // the CLI's answer to our "print"
  pending++;
  (async () => {
    try {
      const engine = await getEngine();
      let result;
      // These two read the shadow schema from the engine's cache only; devDiagnostic fills it.
      if (method === "evaluateDataLoss" || method === "createMigration")
        await engine.devDiagnostic({ migrationsList: params.migrationsList, filters: params.filters });
      if (method === "getDatabaseVersion") result = await engine.version(null);
      else if (method === "createDatabase") result = { databaseName: new URL(url).pathname.slice(1) };
      else result = (await engine[method](params)) ?? {};
      if (method === "diff" && result.stdout != null)
        write({ id: randomUUID(), method: "print", params: { content: result.stdout.replace(/\n$/, "") } });
      write({ id, result });
    } catch (err) {
      const known = err.message?.split("\n   0: ")[0];
      write({ id, error: { code: 4466, message: "An error happened. Check the data field for details.", data: { is_panic: false, message: known, error_code: err.code, meta: {} } } });
    } finally { pending--; done(); }
  })();
}
closing = true;
done();
