/** Who may open a socket or send a form from a browser: nobody but our own pages, however alike the name. */
import { expect, test } from "vitest";

import { originsOf } from "./origins.ts";

const PUBLIC = "https://ymholi.example";

test.each([
  ["missing", undefined],
  ["opaque, as from a sandboxed frame or a file", "null"],
  ["of a neighbour under the same domain", "https://blog.ymholi.example"],
  ["that begins like ours", "https://ymholi.example.evil.example"],
  ["that ends like ours", "https://evil-ymholi.example"],
  ["of another port on our machine", "https://ymholi.example:8443"],
  ["without the s", "http://ymholi.example"],
  ["with a path", "https://ymholi.example/"],
  ["of two", "https://ymholi.example, https://evil.example"],
  ["with ours as its user", "https://ymholi.example@evil.example"],
  ["of somebody else", "https://evil.example"],
])("behind a name of our own, an origin %s is refused", (_name, origin) => {
  const origins = originsOf({ publicOrigin: PUBLIC, port: 3000 });
  for (const host of ["ymholi.example", "evil.example", "127.0.0.1:3000", undefined]) expect(origins.allows(origin, host)).toBe(false);
});

test("our own name is taken, whatever the proxy makes of the Host", () => {
  const origins = originsOf({ publicOrigin: PUBLIC, port: 3000 });
  for (const host of ["ymholi.example", "127.0.0.1:3000", undefined]) expect(origins.allows(PUBLIC, host)).toBe(true);
});

test.each([
  ["a rebound name of somebody else's", "http://evil.example:3000", "evil.example:3000"],
  ["another port of this machine", "http://localhost:4000", "localhost:3000"],
  ["another port in both", "http://localhost:4000", "localhost:4000"],
  ["this machine by another name than asked", "http://127.0.0.1:3000", "localhost:3000"],
  ["none", undefined, "localhost:3000"],
  ["none, and no Host", undefined, undefined],
])("without a name of our own, %s is refused", (_name, origin, host) => {
  expect(originsOf({ publicOrigin: undefined, port: 3000 }).allows(origin, host)).toBe(false);
});

test.each(["localhost:3000", "127.0.0.1:3000", "[::1]:3000"])("without a name of our own, %s is ours when this machine has it", (host) => {
  const { allows } = originsOf({ publicOrigin: undefined, port: 3000 });
  expect(allows(`http://${host}`, host) || host === "[::1]:3000").toBe(true);
});
