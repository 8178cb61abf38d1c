import { expect, test } from "vitest";

import { countPlaywright, countVitest } from "./tally.mjs";

test("passed and failed tests are counted, skipped ones are not", () => {
  const report = { testResults: [{ name: "tally.test.ts", status: "failed", assertionResults: [{ status: "passed", fullName: "one" }, { status: "skipped", fullName: "two" }, { status: "failed", fullName: "three", failureMessages: ["expected 3"] }] }] };
  expect(countVitest(report, 1)).toEqual({ passed: 1, failures: ["tally.test.ts: three\n    expected 3"] });
});

test("a file that could not be read counts as a failure", () => {
  const report = { testResults: [{ name: "broken.test.ts", status: "failed", message: "Unexpected token", assertionResults: [] }] };
  expect(countVitest(report, 1)).toEqual({ passed: 0, failures: ["broken.test.ts could not run\n    Unexpected token"] });
});

test("what was thrown outside any test is a failure with its words", () => {
  expect(countVitest({ testResults: [] }, 1, ["Error: nobody caught me\n    at nobody.ts:1"]).failures).toEqual(["thrown outside any test\n    Error: nobody caught me\n        at nobody.ts:1"]);
});

test("a runner that fails without naming a test counts as a failure", () => {
  expect(countVitest(null, 1).failures).toHaveLength(1);
  expect(countVitest({ testResults: [] }, 1).failures).toHaveLength(1);
  expect(countPlaywright(null, 127).failures).toHaveLength(1);
});

test("a runner with nothing to run is neither", () => {
  expect(countVitest(null, 0)).toEqual({ passed: 0, failures: [] });
});

test("journeys are counted through nested suites, and one that passed only at the second try has passed", () => {
  const spec = (title: string, status: string) => ({ title, file: "join.e2e.ts", line: 7, ok: true, tests: [{ status, results: [{ error: { message: `${title} broke` } }] }] });
  const report = { suites: [{ title: "join.e2e.ts", specs: [spec("joins", "expected")], suites: [{ title: "inner", specs: [spec("votes", "unexpected"), spec("reads", "flaky"), spec("later", "skipped")] }] }] };
  expect(countPlaywright(report, 1)).toEqual({ passed: 2, failures: ["join.e2e.ts:7: votes\n    votes broke"] });
});
