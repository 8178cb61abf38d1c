/** Who the bundled PostgreSQL runs as: it refuses root, so as root we lend it another account. */
import { readFile, stat } from "node:fs/promises";
import path from "node:path";

import { StoreRefusal } from "./refusal.ts";

export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** True when this process may hand files and processes to other accounts. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * The account to run PostgreSQL as, or null to run it as ourselves. As root: the owner of a store that
 * exists already, otherwise the account named, "nobody" unless the host chose another.
 */
export async function chooseAccount(clusterFolder: string, wanted = "nobody"): Promise<Account | null> {
  if (!isRoot()) {
    await refuseForeignFolder(clusterFolder);
    return null;
  }
  const accounts = parseAccounts(await readFile("/etc/passwd", "utf8"));
  const owner = await ownerOf(clusterFolder);
  const account = accounts.find((one) => one.uid === owner && one.uid !== 0) ?? accounts.find((one) => one.name === wanted);
  if (account && account.uid !== 0) return account;
  throw new StoreRefusal("not-ours", `PostgreSQL may not run as root, and there is no account "${wanted}" to run it as. Start Ymholi as an ordinary user, or set DATABASE_USER to an account of this machine.`);
}

/** Lines of /etc/passwd as accounts; PostgreSQL refuses a user number that has no line there. */
export function parseAccounts(passwd: string): Account[] {
  return passwd
    .split("\n")
    .map((line) => line.split(":"))
    .filter((fields) => fields.length >= 4)
    .map(([name = "", , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}

/** True when the account may pass through every folder above `target`. */
export async function canReach(account: Account, target: string): Promise<boolean> {
  for (let folder = path.dirname(path.resolve(target)); ; folder = path.dirname(folder)) {
    if (!(await mayPass(account, folder))) return false;
    if (folder === path.dirname(folder)) return true;
  }
}

async function mayPass(account: Account, folder: string): Promise<boolean> {
  const { mode, uid, gid } = await stat(folder);
  if (uid === account.uid) return (mode & 0o100) !== 0;
  if (gid === account.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}

async function refuseForeignFolder(folder: string): Promise<void> {
  const owner = await ownerOf(folder);
  const self = process.getuid?.();
  if (owner === null || self === undefined || owner === self) return;
  throw new StoreRefusal("not-ours", `${folder} belongs to another user of this machine (number ${owner}). Start Ymholi as that user or as root, or set DATA_DIR to a folder of your own.`);
}

async function ownerOf(folder: string): Promise<number | null> {
  return stat(folder).then((found) => found.uid, () => null);
}
