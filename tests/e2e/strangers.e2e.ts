/** A page of somebody else's in the same browser: it has the cookies of the seat, and still gets nowhere. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import { expect, test } from "#tests/browser.ts";

import { hostSession, openDemonstration } from "./hosting.ts";
import { joinSession } from "./joining.ts";

test("a page on another port of the same machine opens no socket and sends no form, though the browser sends the cookie along", async ({ arrive, server }) => {
  test.setTimeout(120_000);
  const [desk, mair] = await Promise.all([arrive({ facilitator: true }), arrive({ meets: [0, 403] })]);
  const { id, code } = await hostSession(desk, await openDemonstration(desk), "Next door");
  await joinSession(mair, { code, name: "Mair", perspective: "carer" });

  const sent: string[] = [];
  const stranger = createServer((req, res) => {
    sent.push(req.headers.cookie ?? "");
    res.setHeader("Content-Type", "text/html").end("<!doctype html><title>Next door</title>");
  });
  await new Promise<void>((resolve) => stranger.listen(0, "127.0.0.1", resolve));
  // An HTTP server on a port always has such an address.
  const { port } = stranger.address() as AddressInfo;
  const page = await mair.context().newPage();
  await page.goto(`http://127.0.0.1:${port}/`);
  expect(sent[0], "cookies know no ports").toMatch(/seat=/);

  const tried = await page.evaluate(tryEverything, { origin: server.origin, id });
  expect(tried).toEqual({ board: "refused", form: "refused" });
  // She did not leave.
  await mair.reload();
  await expect(mair.getByText(/^Your words:/)).toHaveText("Your words: kept");
  await new Promise((resolve) => stranger.close(resolve));
});

/** Runs in the stranger's page: follows the noticeboard, and leaves the session in Mair's name. */
async function tryEverything({ origin, id }: { origin: string; id: string }): Promise<{ board: string; form: string }> {
  const board = await new Promise<string>((resolve) => {
    const socket = new WebSocket(`${origin.replace("http", "ws")}/live/session/${id}`);
    socket.onopen = () => resolve("open");
    socket.onclose = () => resolve("refused");
  });
  const leaving = { method: "POST", mode: "no-cors", credentials: "include", body: new URLSearchParams({ sure: "yes" }) } as const;
  const form = await fetch(`${origin}/s/${id}/leave`, leaving).then(({ type }) => type, () => "refused");
  return { board, form };
}
