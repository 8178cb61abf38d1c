import { expect, test } from "vitest";

import { hashPassphrase, isPassphrase } from "./passphrase.server.ts";

test("a pass-phrase is kept as argon2id with the cost that OWASP asks for at least", async () => {
  expect(await hashPassphrase("pedair afon lwyd")).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test("the same phrase typed with other code points is the same phrase", async () => {
  expect(await isPassphrase(await hashPassphrase("tŷ ar y bryn glas"), "ty\u0302 ar y bryn glas")).toBe(true);
});

test("eleven characters are too few, twelve are enough, however many bytes they are", async () => {
  await expect(hashPassphrase("ŵŵŵŵŵŵŵŵŵŵŵ")).rejects.toThrow("12 characters");
  await expect(hashPassphrase("ŵŵŵŵŵŵŵŵŵŵŵŵ")).resolves.toContain("argon2id");
});

test.each([["no account", null], ["an account that no pass-phrase opens", ""]])("%s is entered by none", async (_name, kept) => {
  expect(await isPassphrase(kept, "")).toBe(false);
});
