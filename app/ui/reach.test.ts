/** What a page does when the host, or its store, does not answer. */
import { expect, test } from "vitest";

import { keepAsBefore, orAsBefore } from "./or-as-before.ts";
import { orNotSent } from "./or-not-sent.ts";
import { reachNow } from "./reach.ts";

const storeAway = new Response(null, { status: 503 });
/** What Remix makes of the same refusal when it loads a page's data. */
const storeAwayRead = { status: 503, statusText: "Service Unavailable", internal: false, data: null };
const noLine = new TypeError("Failed to fetch");
const failing = (thrown: unknown) => async (): Promise<never> => {
  throw thrown;
};

const away = [
  ["a store that is away", storeAway, "storeAway"],
  ["the same as Remix reads it", storeAwayRead, "storeAway"],
  ["a broken line", noLine, "noLine"],
] as const;

test.each(away)("a page stays as it is with %s, says so, and takes it back", async (_name, thrown, reach) => {
  const request = aRequest();
  keepAsBefore("/sessions/one/desk", { version: 1 });
  expect(await orAsBefore(request, failing(thrown))).toEqual({ version: 1 });
  expect(reachNow()).toBe(reach);
  expect(await orAsBefore(request, () => Promise.resolve({ version: 2 }))).toEqual({ version: 2 });
  expect(reachNow()).toBe("reached");
});

test("what another page had is not shown in this one's place; nor is anything instead of a refusal", async () => {
  keepAsBefore("/sessions/two/desk", { version: 1 });
  await expect(orAsBefore(aRequest(), failing(noLine))).rejects.toBe(noLine);
  const gone = new Response(null, { status: 404 });
  keepAsBefore("/sessions/one/desk", { version: 1 });
  await expect(orAsBefore(aRequest(), failing(gone))).rejects.toBe(gone);
});

test("a loading that the page itself broke off is none that failed", async () => {
  keepAsBefore("/sessions/one/desk", { version: 1 });
  await expect(orAsBefore(aRequest(AbortSignal.abort()), failing(noLine))).rejects.toBe(noLine);
  expect(reachNow()).toBe("reached");
});

test.each(away)("a form that meets %s is answered with why, and keeps the page from loading anew", async (_name, thrown, reach) => {
  const answer = await orNotSent(failing(thrown), (problem) => ({ problem }));
  if (!(answer instanceof Response)) throw new Error("no answer");
  expect(answer.status).toBe(503);
  expect(await answer.json()).toEqual({ problem: reach === "storeAway" ? "common.problem.storeAway" : "common.problem.notSent" });
  expect(await orNotSent(() => Promise.resolve("kept"), () => ({}))).toBe("kept");
  expect(reachNow()).toBe("reached");
});

test("a redirection goes where it leads", async () => {
  const redirection = new Response(null, { status: 302 });
  await expect(orNotSent(failing(redirection), () => ({}))).rejects.toBe(redirection);
});

function aRequest(signal?: AbortSignal): Request {
  return new Request("http://ymholi.test/sessions/one/desk?x=1", signal ? { signal } : {});
}
