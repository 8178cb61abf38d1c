/** `npm run backup`, `restore`, `export`, `import`: see server/operations/record.ts. */
import { launch } from "./launch.mjs";

await launch("record");
