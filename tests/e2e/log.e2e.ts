/** What a host reads in the log of a session: that things happened, never who did them or what they said. */
import { connectTo } from "#server/database/open.ts";
import { urlOfRunning } from "#server/database/keeper.ts";
import { readSecrets } from "#server/database/secret.ts";
import { openRound } from "#app/voting/round.server.ts";
import { fieldOf, placeValue, ROUND_FIELD } from "#app/voting/round.ts";
import { expect, test } from "#tests/browser.ts";
import { startServer } from "#tests/server.ts";

import { joinSession } from "./joining.ts";

test("the log of a session has no name, code or word in it", async ({ browser }) => {
  const server = await startServer({ env: { LOG_LEVEL: "info" } });
  const { db, end } = connectTo(await urlOfRunning({ dataDir: server.dataDir }));
  const context = await browser.newContext({ baseURL: server.origin, locale: "en-GB", extraHTTPHeaders: { origin: server.origin } });
  const page = await context.newPage();
  const { id: sessionId, code } = await db.session.findFirstOrThrow({ where: { state: "open", code: { not: null } } });
  const returnCode = await joinSession(page, { code: code ?? "", name: "Gwenllian", perspective: "carer" });

  const notes = await db.document.findFirstOrThrow({ where: { sessionId, kind: "notes" } });
  await page.request.post(`/s/${sessionId}/notes`, { form: { act: "note", document: notes.id, back: "", block: "b1", from: "0", to: "0", words: "Wylan yn y gwynt", lang: "cy" } });
  const candidates = ["one", "two"].map((id) => ({ id, text: id, lang: "en" }));
  const round = await openRound(db, await readSecrets({ DATA_DIR: server.dataDir, YMHOLI_SECRET: undefined }), { sessionId, about: "priorities", candidates, choose: 2 });
  const ballot = { [ROUND_FIELD]: round.ok ? round.roundId : "", [fieldOf("two")]: placeValue(1), [fieldOf("one")]: placeValue(2) };
  const cast = await page.request.post(`/s/${sessionId}`, { form: ballot });
  expect([round.ok, cast.status()]).toEqual([true, 200]);
  await page.request.get("/join?code=000000000&name=Gwenllian");

  const log = server.output();
  for (const route of ["/join/name", "/s/:/notes", "/s/:"]) expect(log).toContain(`"route":"${route}"`);
  for (const secret of ["Gwenllian", "Wylan", code ?? "", returnCode, returnCode.replaceAll(" ", ""), "000000000", sessionId, notes.id]) expect(log).not.toContain(secret);
  await context.close();
  await end();
  await server.stop();
});
