/** The environment, read once through zod: a wrong setting stops Ymholi at the start with a sentence, not later with a riddle. */
import * as z from "zod";

const schema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  /** What people type and scan. Without it, this machine's own addresses at PORT are accepted. */
  PUBLIC_ORIGIN: z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin).optional(),
  /** An outside PostgreSQL, 15 or later. Without it the bundled one runs in DATA_DIR. */
  DATABASE_URL: z.string().startsWith("postgres").optional(),
  REDIS_URL: z.string().startsWith("redis").optional(),
  DATA_DIR: z.string().min(1).default("data"),
  /** At least 32 characters. Without it one is made and kept in DATA_DIR. */
  YMHOLI_SECRET: z.string().min(32).optional(),
  /** Smallest group whose answers may be shown apart, never under 3. */
  DISCLOSURE_MINIMUM: z.coerce.number().int().min(3).default(3),
  /** Opens /metrics, and the reasons of /readyz, to whoever sends it as a bearer token. Without it only to this machine itself. */
  METRICS_TOKEN: z.string().min(16).optional(),
  /** The least that is told on standard error. "info" tells of every request. */
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "fatal", "silent"]).default("warn"),
});

export type Env = z.infer<typeof schema>;

/** Throws an Error that names each wrong setting. */
export function readEnv(from: NodeJS.ProcessEnv = process.env): Env {
  const read = schema.safeParse(from);
  if (read.success) return read.data;
  const wrong = read.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`).join("\n");
  throw new Error(`Ymholi cannot start with these settings:\n${wrong}`);
}
