/** Counts what the test runners report, so that nothing that went wrong goes uncounted. */

/** @typedef {{ passed: number, failures: string[] }} Tally `failures` as people read them, one each. */

/** @typedef {{ name: string, message?: string, status: string, assertionResults: { status: string, fullName: string, failureMessages?: string[] }[] }} VitestFile */
/** @typedef {{ title: string, file: string, line: number, ok: boolean, tests: { status: string, results: { error?: { message?: string } }[] }[] }} Spec */
/** @typedef {{ title: string, specs?: Spec[], suites?: Suite[] }} Suite */

/**
 * @param {any} report Of Vitest's JSON reporter; null when there is none.
 * @param {number} code The runner's exit code.
 * @param {any} [unhandled] What tests/unhandled.mjs wrote; null when it wrote nothing.
 * @returns {Tally}
 */
export function countVitest(report, code, unhandled) {
  /** @type {VitestFile[]} */
  const files = report?.testResults ?? [];
  const tests = files.flatMap((file) => file.assertionResults.map((test) => ({ ...test, file: file.name })));
  const failed = tests.filter((test) => test.status === "failed").map((test) => `${test.file}: ${test.fullName}\n${firstLines(test.failureMessages?.join("\n"))}`);
  const unread = files.filter((file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed")).map((file) => `${file.name} could not run\n${firstLines(file.message)}`);
  /** @type {string[]} */
  const loose = (unhandled ?? []).map((/** @type {string} */ stack) => `thrown outside any test\n${firstLines(stack)}`);
  return settle({ passed: tests.filter((test) => test.status === "passed").length, failures: [...failed, ...unread, ...loose] }, code);
}

/**
 * One that passed only at the second try has passed: the machine was late. Playwright's own lines name it as flaky.
 * @param {any} report Of Playwright's JSON reporter; null when there is none.
 * @param {number} code The runner's exit code.
 * @returns {Tally}
 */
export function countPlaywright(report, code) {
  const tests = specsOf(report?.suites ?? []).flatMap((spec) => spec.tests.map((test) => ({ ...test, spec })));
  const failed = tests.filter((test) => test.status === "unexpected").map(({ spec, results }) => `${spec.file}:${spec.line}: ${spec.title}\n${firstLines(results.at(-1)?.error?.message)}`);
  return settle({ passed: tests.filter((test) => test.status === "expected" || test.status === "flaky").length, failures: failed }, code);
}

/**
 * @param {Suite[]} suites
 * @returns {Spec[]}
 */
function specsOf(suites) {
  return suites.flatMap((suite) => [...(suite.specs ?? []), ...specsOf(suite.suites ?? [])]);
}

/**
 * A runner that failed without naming a test (it crashed, or something was left unhandled) counts as a failure.
 * @param {Tally} tally
 * @param {number} code
 * @returns {Tally}
 */
function settle(tally, code) {
  if (code === 0 || tally.failures.length > 0) return tally;
  return { ...tally, failures: [`the runner ended with ${code} but named no failed test; see its output above`] };
}

/** @param {string | undefined} message */
function firstLines(message = "") {
  const telling = message.split("\n").filter((line) => !line.includes("/node_modules/") && !line.includes("(node:"));
  return telling.slice(0, 12).map((line) => `    ${line}`).join("\n");
}
