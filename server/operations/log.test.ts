import { expect, test } from "vitest";

import { createLog } from "./log.ts";

test("an event is its name and the fields that are known to be harmless", () => {
  const { log, lines } = listening();
  log.info({ method: "POST", route: "/s/:/notes", status: 303, milliseconds: 12, name: "Siân", body: "words" }, "request");
  expect(lines()).toMatchObject([{ level: "info", msg: "request", method: "POST", route: "/s/:/notes", status: 303, milliseconds: 12 }]);
  expect(JSON.stringify(lines())).not.toMatch(/Siân|words/);
});

test.each<[string, (log: ReturnType<typeof createLog>, secret: string) => void]>([
  ["an error's message", (log, secret) => log.error({ err: new Error(secret) }, "live")],
  ["an error given alone", (log, secret) => log.error(new Error(secret))],
  ["an error without a name for the event", (log, secret) => log.error({ err: new Error(secret) })],
  ["a message of several lines that looks like a stack", (log, secret) => log.error({ err: new Error(`no\n    at ${secret} (a/${secret}:1:1)`) }, "live")],
  ["the cause of an error", (log, secret) => log.error({ err: new Error("x", { cause: new Error(secret) }) }, "live")],
  ["an error's code that is none", (log, secret) => log.error({ err: Object.assign(new Error("x"), { code: secret }) }, "live")],
  ["an error's name that is none", (log, secret) => log.error({ err: Object.assign(new Error("x"), { name: secret }) }, "live")],
  ["something thrown that is no error", (log, secret) => log.error({ err: secret }, "live")],
  ["a value put into the name", (log, secret) => log.warn("came: %s", secret)],
  ["a child's own field", (log, secret) => log.child({ member: secret }).warn("left")],
])("%s is left out", (_, say) => {
  for (const secret of ["Siân", "482 913 705", "482913705"]) {
    const { log, text } = listening();
    say(log, secret);
    expect(text()).not.toBe("");
    expect(text()).not.toContain(secret);
  }
});

test("of an error it is told what it is and where it arose", () => {
  const { log, lines } = listening();
  log.error({ err: Object.assign(new TypeError("secret"), { code: "ECONNREFUSED" }) }, "live");
  const [line] = lines() as [{ err: { at: string[] } }];
  expect(line.err).toMatchObject({ kind: "TypeError", code: "ECONNREFUSED" });
  expect(line.err.at[0]).toMatch(/operations\/log\.test\.ts:\d+:\d+$/);
});

function listening() {
  let said = "";
  const log = createLog({ level: "info", to: { write: (line) => (said += line) } });
  const lines = () => said.trim().split("\n").map((line) => JSON.parse(line) as unknown);
  return { log, text: () => said, lines };
}
