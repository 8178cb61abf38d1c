/**
 * The secrecy of ballots while a round is open. Each round has a key of its own, kept in the database only
 * encrypted under the host's key, which is not in the database. A ballot's row says neither whose it is (an
 * HMAC of the member's id) nor what is in it (AES-256-GCM, always of one length). At closing rows and key go.
 * The host's process must be able to count, so it could in principle look while the round is open; nobody else can.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

import type { Ranking, RoundRules } from "./round.ts";

const KEY_BYTES = 32;
/** What AES-GCM asks for: 96 bits, fresh for each encryption. */
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** One ballot as it lies in the database. */
export interface SealedBallot {
  readonly seal: string;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

/** Which round a key is for; it opens nothing when moved to another. */
export interface RoundName {
  readonly sessionId: string;
  /** What the round asks about. */
  readonly about: string;
  readonly number: number;
}

/** A new round's key, encrypted under the host's. */
export function newWrappedKey(hostKey: Uint8Array, round: RoundName): Uint8Array<ArrayBuffer> {
  return encrypt(wrappingKey(hostKey), randomBytes(KEY_BYTES), nameOf(round));
}

/** Seals and opens the ballots of one round. Throws when the key is not this host's or not this round's. */
export function ballotBox(hostKey: Uint8Array, { wrappedKey, ...round }: RoundName & { readonly wrappedKey: Uint8Array }) {
  const roundKey = decrypt(wrappingKey(hostKey), wrappedKey, nameOf(round));
  const sealKey = derive(roundKey, "whose ballot");
  const contentKey = derive(roundKey, "what is in it");
  const sealOf = (memberId: string): string => createHmac("sha256", sealKey).update(memberId).digest("base64url");
  return {
    sealOf,
    seal(memberId: string, ranking: Ranking, rules: RoundRules): SealedBallot {
      const seal = sealOf(memberId);
      return { seal, sealed: encrypt(contentKey, toSlots(ranking, rules), seal) };
    },
    /** Throws when the row was tampered with, or is another person's moved here. */
    open({ seal, sealed }: { readonly seal: string; readonly sealed: Uint8Array }, rules: RoundRules): Ranking {
      return fromSlots(decrypt(contentKey, sealed, seal), rules);
    },
  };
}

/** One byte a place: the candidate's number counted from 1, or 0 for an empty place. Every ballot of a round has the same length. */
function toSlots(ranking: Ranking, { candidates, choose }: RoundRules): Uint8Array {
  return Uint8Array.from({ length: choose }, (_, place) => candidates.indexOf(ranking[place] ?? "") + 1);
}

function fromSlots(slots: Uint8Array, { candidates }: RoundRules): Ranking {
  return [...slots].flatMap((number) => candidates[number - 1] ?? []);
}

/** Rounds about priorities were the first and have the plain name. */
const nameOf = ({ sessionId, about, number }: RoundName): string => (about === "priorities" ? `${sessionId}/${number}` : `${sessionId}/${about}/${number}`);

const wrappingKey = (hostKey: Uint8Array): Buffer => derive(hostKey, "keys of rounds");

function derive(key: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", key, "", `ymholi 1 ${purpose}`, KEY_BYTES));
}

/** iv, tag, then as many bytes as `plain` has. `context` must be the same to decrypt. */
function encrypt(key: Uint8Array, plain: Uint8Array, context: string): Uint8Array<ArrayBuffer> {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, iv, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(context));
  const hidden = Buffer.concat([cipher.update(plain), cipher.final()]);
  return new Uint8Array(Buffer.concat([iv, cipher.getAuthTag(), hidden]));
}

function decrypt(key: Uint8Array, box: Uint8Array, context: string): Buffer {
  const [iv, tag] = [box.subarray(0, IV_BYTES), box.subarray(IV_BYTES, IV_BYTES + TAG_BYTES)];
  const decipher = createDecipheriv("aes-256-gcm", key, iv, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(context)).setAuthTag(tag);
  return Buffer.concat([decipher.update(box.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
}
