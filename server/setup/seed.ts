/** `npm run seed`: makes the demonstration in the store that `npm start` uses. `--json` answers for programs. */
import type { Db } from "#app/context.server.ts";
import { readEnv } from "#app/env.server.ts";
import { signInLink } from "#app/host/link.server.ts";

import { StoreRefusal } from "#server/database/refusal.ts";
import { openParts } from "#server/parts.ts";
import { originsOf } from "#server/origins.ts";
import { makeDemonstration, type Demonstration } from "./demonstration/make.ts";

const DAY_MS = 24 * 60 * 60_000;

interface Seeded {
  readonly origin: string;
  readonly facilitator: { readonly signInUrl: string };
  readonly sessions: readonly { readonly id: string; readonly code: string | null; readonly state: string; readonly documents: readonly { readonly id: string; readonly kind: string; readonly subject: string }[] }[];
}

async function describeSeed(db: Db, origin: string, { facilitatorId, sessionIds }: Demonstration): Promise<Seeded> {
  const token = await signInLink(db, facilitatorId, DAY_MS);
  const sessions = await db.session.findMany({
    where: { id: { in: [...sessionIds] } },
    select: { id: true, code: true, state: true, documents: { select: { id: true, kind: true, subject: true } } },
    orderBy: { createdAt: "desc" },
  });
  return { origin, facilitator: { signInUrl: `${origin}/sign-in/link?token=${token}` }, sessions };
}

async function main(asJson: boolean): Promise<void> {
  const env = readEnv();
  const { parts, close } = await openParts(env, originsOf({ publicOrigin: env.PUBLIC_ORIGIN, port: env.PORT }), { say: console.error, company: "join" });
  try {
    const seeded = await describeSeed(parts.db, originsOf({ publicOrigin: env.PUBLIC_ORIGIN, port: env.PORT }).main, await makeDemonstration(parts));
    console.log(asJson ? JSON.stringify(seeded) : `The demonstration is ready. Sign in to it, once, within a day:\n${seeded.facilitator.signInUrl}`);
  } finally {
    await close();
  }
}

try {
  await main(process.argv.includes("--json"));
} catch (error) {
  console.error(error instanceof StoreRefusal ? `\n${error.message}\n` : error);
  process.exitCode = 1;
}
