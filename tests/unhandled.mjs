/** A Vitest reporter: writes what was thrown outside any test as JSON, which its own JSON reporter leaves out. */
import { writeFileSync } from "node:fs";

/** Where it is written: this variable of the environment says so. */
export const UNHANDLED_FILE = "YMHOLI_UNHANDLED_FILE";

export default class UnhandledReporter {
  /**
   * @param {unknown} _modules
   * @param {readonly import("vitest").SerializedError[]} errors
   */
  onTestRunEnd(_modules, errors) {
    const file = process.env[UNHANDLED_FILE];
    if (file) writeFileSync(file, JSON.stringify(errors.map(({ name, message, stack }) => stack ?? `${name}: ${message}`)));
  }
}
