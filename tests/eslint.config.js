// @ts-expect-error: this plugin brings no types.
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

import { ownLines } from "./own-lines.js";

/** Lines without blank ones and comments; of a function without the functions inside it. */
const LONGEST_FUNCTION = 30;
const LONGEST_COMPONENT = 80;

export default tseslint.config(
  { ignores: ["prisma/generated/**", "build/**"] },
  {
    files: ["**/*.{ts,tsx,js,mjs}"],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { project: "tsconfig.json", tsconfigRootDir: `${import.meta.dirname}/..` } },
    // A rule that is wrong is changed here, for everybody, with a reason; it is not switched off in a file.
    linterOptions: { noInlineConfig: true },
    plugins: { ymholi: { rules: { "own-lines": ownLines } } },
    rules: {
      "ymholi/own-lines": ["error", LONGEST_FUNCTION],
      eqeqeq: ["error", "always", { null: "ignore" }],
      "max-params": ["error", 4],
      "no-console": ["error", { allow: ["warn", "error"] }],
      "no-var": "error",
      "prefer-const": "error",
      // A fixture of Playwright that needs no other names none: `async ({}, use) => …`.
      "no-empty-pattern": ["error", { allowObjectPatternsAsParameters: true }],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports", disallowTypeAnnotations: false }],
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
    },
  },
  {
    files: ["**/*.tsx", "**/use-*.ts"],
    extends: [jsxA11y.flatConfigs.strict, reactHooks.configs["recommended-latest"]],
    rules: { "ymholi/own-lines": "off", "max-lines-per-function": ["error", { max: LONGEST_COMPONENT, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ["**/*.{test,e2e}.{ts,tsx}", "tests/**"],
    rules: { "ymholi/own-lines": "off", "max-lines-per-function": "off", "max-params": "off", "@typescript-eslint/no-non-null-assertion": "off", "no-console": "off" },
  },
  { files: ["server/*.ts", "server/setup/**", "server/operations/**"], rules: { "no-console": "off" } },
  // Remix calls it with five.
  { files: ["app/entry.server.tsx"], rules: { "max-params": "off" } },
  // The stand-in for Prisma's engine has the shape of the protocol it speaks.
  { files: ["prisma/**"], rules: { "ymholi/own-lines": "off", "no-console": "off", "@typescript-eslint/no-floating-promises": "off", "@typescript-eslint/ban-ts-comment": "off"  } },
);
