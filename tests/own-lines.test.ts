import { Linter } from "eslint";
import { expect, test } from "vitest";

import { ownLines } from "./own-lines.js";

test("lines of inner functions, blank lines and comments do not count", () => {
  const code = ["function outer() {", "  // why", "", "  const inner = () => {", "    one();", "    two();", "  };", "  return inner;", "}"];
  expect(longest(code, 4)).toEqual([]);
  expect(longest(code, 2)).toEqual([{ line: 1, lines: 3 }, { line: 4, lines: 4 }]);
});

function longest(code: string[], max: number): { line: number; lines: number }[] {
  const messages = new Linter().verify(code.join("\n"), [{ plugins: { own: { rules: { lines: ownLines } } }, rules: { "own/lines": ["error", max] } }]);
  return messages.map(({ line, message }) => ({ line, lines: Number(/has (\d+)/.exec(message)?.[1]) }));
}
