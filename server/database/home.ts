/** Where the bundled PostgreSQL lives: the folders of one store, and their limits. */
import { createHash } from "node:crypto";
import { chmod, chown, lstat, mkdir, realpath, stat, symlink } from "node:fs/promises";
import os from "node:os";
import path from "node:path";

import { type Account, canReach, chooseAccount, isRoot } from "./account.ts";
import { StoreRefusal } from "./refusal.ts";

export interface Home {
  /** Null to run PostgreSQL as ourselves. */
  readonly account: Account | null;
  /** PostgreSQL's own data directory. */
  readonly cluster: string;
  /** Holds its socket and our lock: nobody but the account (and root) may enter. */
  readonly sockets: string;
  /** What PostgreSQL says. */
  readonly log: string;
  /** Where programs are copied that the account could not reach otherwise. */
  readonly shelf: string;
  /** Set when the store could not be inside DATA_DIR: where it is instead. */
  readonly elsewhere: string | null;
}

/** Where an account without a home of its own may keep things when DATA_DIR is closed to it. */
const SHARED_SHELF = "/var/lib/ymholi";

/** Bytes of a socket's path that every system takes; Linux allows 107, macOS 103. */
const SOCKET_PATH_LIMIT = 100;
const LONGEST_SOCKET_NAME = "/.s.PGSQL.5432.lock";

/** Makes the folders of the store in `dataDir`, so that the account can work in them. */
export async function makeHome(dataDir: string, wanted?: string): Promise<Home> {
  await mkdir(dataDir, { recursive: true });
  const here = await realpath(dataDir);
  const account = await chooseAccount(path.join(here, "postgres"), wanted);
  const base = account ? await openBase(account, here) : here;
  const home = { account, cluster: path.join(base, "postgres"), sockets: socketFolder(base), log: path.join(base, "postgres.log"), shelf: SHARED_SHELF, elsewhere: base === here ? null : base };
  await makePrivateFolder(home.sockets, account);
  return home;
}

/** DATA_DIR itself when the account may pass through everything above it, else a folder of its own. */
async function openBase(account: Account, here: string): Promise<string> {
  await chmod(here, ((await stat(here)).mode & 0o777) | 0o011);
  if (await canReach(account, path.join(here, "postgres"))) return here;
  const base = path.join(SHARED_SHELF, fingerprint(here));
  await mkdir(base, { recursive: true, mode: 0o755 });
  await chmod(SHARED_SHELF, 0o755);
  await pointTo(base, path.join(here, "postgres"));
  return base;
}

/** Leaves a signpost in DATA_DIR for the person who looks for the record there. */
async function pointTo(base: string, signpost: string): Promise<void> {
  if (await lstat(signpost).catch(() => null)) return;
  await symlink(path.join(base, "postgres"), signpost);
}

/** Beside the cluster, or under the system's own temporary folder where that path is too long for a socket. */
export function socketFolder(base: string, temporary = os.tmpdir()): string {
  const beside = path.join(base, "run");
  if (Buffer.byteLength(beside + LONGEST_SOCKET_NAME) <= SOCKET_PATH_LIMIT) return beside;
  return path.join(temporary, `ymholi-${fingerprint(base)}`);
}

/** A folder that only its owner may enter. Refuses one that somebody else made first. */
export async function makePrivateFolder(folder: string, account: Account | null): Promise<void> {
  await mkdir(folder, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  if (process.platform === "win32") return;
  const found = await lstat(folder);
  const trusted = [process.getuid?.(), account?.uid].includes(found.uid) || (isRoot() && found.uid === 0);
  if (!found.isDirectory() || !trusted) throw new StoreRefusal("not-ours", `${folder} was made by another user of this machine. Remove it, or start Ymholi as that user.`);
  await chmod(folder, 0o700);
  if (account) await chown(folder, account.uid, account.gid);
}

function fingerprint(folder: string): string {
  return createHash("sha256").update(folder).digest("hex").slice(0, 12);
}
