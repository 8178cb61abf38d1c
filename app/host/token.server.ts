/** Tokens that open something by being known: cookies and one-time links. Only their SHA-256 is ever kept. */
import { createHash, randomBytes } from "node:crypto";

const TOKEN_BYTES = 16; // 128 bits: not to be guessed

/** A new token, safe in addresses and cookies. */
export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString("base64url");
}

/** What is kept of a token: 64 hexadecimal digits. */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
