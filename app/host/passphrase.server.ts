/** Pass-phrases: argon2id with the least memory and rounds that OWASP recommends, so that a small server keeps up. */
import { hash, verify } from "@node-rs/argon2";

/** Characters, not bytes: long and easy beats short and odd. */
export const PASSPHRASE_MIN = 12;
/** Beyond this it is no pass-phrase but an attempt to keep us busy. */
export const PASSPHRASE_MAX = 200;

// argon2id is the library's default kind; memory in KiB.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** The hash of nothing anybody knows: checked when there is no such account, so that both answers take the same time. */
const nobody = hash(crypto.randomUUID(), COST);

/** A PHC string to keep. Throws when the pass-phrase is shorter than the least. */
export async function hashPassphrase(passphrase: string): Promise<string> {
  const same = normal(passphrase);
  if ([...same].length < PASSPHRASE_MIN) throw new Error(`A pass-phrase has at least ${PASSPHRASE_MIN} characters`);
  return hash(same, COST);
}

/** Whether it is the pass-phrase of `kept`. Nothing kept ("" or null: no such account, or none opened by pass-phrase) takes as long and is false. */
export async function isPassphrase(kept: string | null, passphrase: string): Promise<boolean> {
  const right = await verify(kept || (await nobody), normal(passphrase));
  return right && Boolean(kept);
}

/** The same phrase typed on two keyboards may come as different code points: "ŵ" is one or two. */
function normal(passphrase: string): string {
  return passphrase.normalize("NFKC");
}
