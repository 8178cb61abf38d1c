/** The bundled PostgreSQL as the machine sees it: its process, and what can be done to it. */
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";

/** Process number of the PostgreSQL that serves the store; null when none runs. */
export async function postmasterOf(dataDir: string): Promise<number | null> {
  const text = await readFile(path.join(dataDir, "postgres", "postmaster.pid"), "utf8").catch(() => "");
  const pid = Number(text.split("\n")[0]);
  if (!pid) return null;
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  return command.includes(path.join(dataDir, "postgres")) ? pid : null;
}

/** A PostgreSQL that is there and does not answer, as on a disk that hangs. The answer wakes it up. */
export async function putToSleep(postmaster: number): Promise<() => void> {
  const asleep = [postmaster];
  process.kill(postmaster, "SIGSTOP");
  // The children do the work; the postmaster alone would not hold them up.
  for (const name of await readdir("/proc")) {
    const stat = /^\d+$/.test(name) ? await readFile(`/proc/${name}/stat`, "utf8").catch(() => "") : "";
    if (Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]) !== postmaster) continue;
    process.kill(Number(name), "SIGSTOP");
    asleep.push(Number(name));
  }
  return () => asleep.forEach((pid) => process.kill(pid, "SIGCONT"));
}
