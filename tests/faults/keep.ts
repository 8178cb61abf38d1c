/** A process of its own that keeps a store: says "{ pid, url }" when it is open, or why not, and stays until told to stop. */
import { openDatabase } from "#server/database/open.ts";
import { StoreRefusal } from "#server/database/refusal.ts";

const tell = (message: object) => process.stdout.write(`${JSON.stringify(message)}\n`);

try {
  const database = await openDatabase({ DATA_DIR: process.argv[2] ?? "", DATABASE_URL: undefined }, { say: (sentence) => tell({ said: sentence }) });
  process.once("SIGTERM", () => void database.close().then(() => process.exit(0)));
  tell({ url: database.url });
  setInterval(() => undefined, 60_000); // a server would keep the process alive
} catch (error) {
  tell(error instanceof StoreRefusal ? { refused: error.code, message: error.message } : { failed: String(error) });
  process.exit(1);
}
