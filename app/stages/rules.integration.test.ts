import { expect, test } from "vitest";

import { perform } from "#app/lists/perform.doc.ts";
import { connectTo } from "#server/database/open.ts";
import { startTestHub } from "#tests/hub.ts";
import { aMember } from "#tests/session-rows.ts";

import { decideOnRules } from "./rules.server.ts";

test("the group agrees when its facilitator says so, once there is a rule to agree to, and opens them again", async () => {
  await using room = await aRoom();
  expect(await room.ask(room.facilitator, "agreeRules")).toEqual({ ok: false, problem: "rules.group.none" });
  await room.write("Say why you think so");
  expect(await room.ask(room.facilitator, "agreeRules")).toEqual({ ok: true });
  expect(await room.agreed()).not.toBeNull();
  expect(await room.ask(room.facilitator, "openRules")).toEqual({ ok: true });
  expect(await room.agreed()).toBeNull();
});

test("a participant agrees for themself and never for the group", async () => {
  await using room = await aRoom();
  await room.write("Say why you think so");
  await room.ask(room.sian, "agree");
  expect(await room.db.ruleAssent.count()).toBe(1);
  for (const intent of ["agreeRules", "openRules"] as const) await expect(room.ask(room.sian, intent)).rejects.toMatchObject({ status: 404 });
  expect(await room.agreed()).toBeNull();
});

/** An open session with a carer and a facilitator in it. Ends itself with the test. */
async function aRoom() {
  const { hub, pool, sessionId, documents, stop } = await startTestHub();
  const { db, end } = connectTo(pool.options.connectionString ?? "");
  const sian = { id: await aMember(db, sessionId), sessionId, role: "participant" } as const;
  const facilitator = { id: await aMember(db, sessionId, { role: "facilitator" }), sessionId, role: "facilitator" } as const;
  return {
    db, sian, facilitator,
    ask: (member: typeof sian | typeof facilitator, intent: Parameters<typeof decideOnRules>[2]) => decideOnRules({ db, live: hub.live }, member, intent),
    write: (text: string) => hub.live.write(documents.rules, sian.id, (doc) => void perform(doc, { act: "add", text, lang: "en" }, { by: sian.id, sources: [], foundation: null })),
    agreed: async () => (await db.session.findUniqueOrThrow({ where: { id: sessionId } })).rulesAgreedAt,
    [Symbol.asyncDispose]: async () => {
      await end();
      await stop();
    },
  };
}
