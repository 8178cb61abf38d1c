/** What facilitators do with their own account. */
import type { AppLoadContext } from "@remix-run/node";

import { hashPassphrase, isPassphrase } from "./passphrase.server.ts";
import type { Facilitator } from "./facilitator.ts";

/**
 * Gives the account a new pass-phrase if `current` is the one it has; otherwise answers with the word that says
 * what is wrong. Ends every sign-in and sign-in link: whoever knew the old one is out, and the caller signs this
 * browser in anew. Wrong tries are counted as those to sign in are: an open browser is no place to guess in.
 */
export async function changePassphrase({ db, limits }: Pick<AppLoadContext, "db" | "limits">, { id }: Pick<Facilitator, "id">, { current, next }: { readonly current: string; readonly next: string }) {
  const tried = await limits.signIn.attempt([`account:${id}`], async () => {
    const { passphraseHash } = await db.facilitator.findUniqueOrThrow({ where: { id } });
    return (await isPassphrase(passphraseHash, current)) ? passphraseHash : null;
  });
  if (tried.kind === "tooMany") return "host.signIn.tooMany" as const;
  if (tried.kind === "wrong") return "host.passphrase.wrongNow" as const;
  const nextHash = await hashPassphrase(next);
  await db.$transaction([
    db.facilitator.update({ where: { id }, data: { passphraseHash: nextHash } }),
    db.signIn.deleteMany({ where: { facilitatorId: id } }),
    db.signInLink.deleteMany({ where: { facilitatorId: id } }),
  ]);
  return "changed" as const;
}
