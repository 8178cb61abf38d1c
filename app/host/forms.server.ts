/** The forms about accounts. */
import * as z from "zod";

import type { WordKey } from "#app/language/words.ts";

import { PASSPHRASE_MAX, PASSPHRASE_MIN } from "./passphrase.server.ts";

const key = (word: WordKey) => word;

const email = z.string(key("host.email.missing")).trim().toLowerCase().max(254).pipe(z.email(key("host.email.wrong")));
/** One that is being chosen. Counted in characters, as people count. */
const newPassphrase = z
  .string(key("host.passphrase.missing"))
  .max(PASSPHRASE_MAX)
  .refine((phrase) => [...phrase.normalize("NFKC")].length >= PASSPHRASE_MIN, key("host.passphrase.short"));
const again = z.string(key("host.passphrase.againMissing"));
/** One that exists already: only looked up, so a short one is simply wrong. */
const passphrase = z.string(key("host.passphrase.missing")).max(PASSPHRASE_MAX, key("host.signIn.wrong"));

export const signInForm = z.object({ email, passphrase, to: z.string().optional() });

export const invitationForm = z
  .object({ name: z.string(key("host.name.missing")).trim().min(1, key("host.name.missing")).max(100), email, passphrase: newPassphrase, passphraseAgain: again })
  .refine((form) => form.passphrase === form.passphraseAgain, { error: key("host.passphrase.different"), path: ["passphraseAgain"] });

export const passphraseForm = z
  .object({ passphraseNow: passphrase, passphrase: newPassphrase, passphraseAgain: again })
  .refine((form) => form.passphrase === form.passphraseAgain, { error: key("host.passphrase.different"), path: ["passphraseAgain"] });
