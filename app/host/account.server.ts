/** What facilitators do with their own account. */
import type { Db } from "#app/context.server.ts";

import { hashPassphrase, isPassphrase } from "./passphrase.server.ts";
import type { Facilitator } from "./sign-in.server.ts";

/**
 * Gives the account a new pass-phrase if `current` is the one it has; false otherwise. Ends every sign-in and
 * sign-in link: whoever knew the old one is out. The caller signs this browser in anew.
 */
export async function changePassphrase(db: Db, facilitator: Pick<Facilitator, "id">, { current, next }: { readonly current: string; readonly next: string }): Promise<boolean> {
  const { passphraseHash } = await db.facilitator.findUniqueOrThrow({ where: { id: facilitator.id } });
  if (!(await isPassphrase(passphraseHash, current))) return false;
  const nextHash = await hashPassphrase(next);
  await db.$transaction([
    db.facilitator.update({ where: { id: facilitator.id }, data: { passphraseHash: nextHash } }),
    db.signIn.deleteMany({ where: { facilitatorId: facilitator.id } }),
    db.signInLink.deleteMany({ where: { facilitatorId: facilitator.id } }),
  ]);
  return true;
}
