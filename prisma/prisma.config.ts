import { fileURLToPath } from "node:url";

import { defineConfig } from "prisma/config";

// Prisma's schema engine compiled to WASM (an npm package) instead of the native binary,
// which the command line would otherwise fetch from a download host before every command.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(new URL("./schema-engine.mjs", import.meta.url));

export default defineConfig({
  schema: "schema.prisma",
  migrations: { path: "migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "postgresql://postgres@127.0.0.1:5432/ymholi_dev" },
});
