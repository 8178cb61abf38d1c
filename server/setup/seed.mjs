/** `npm run seed`: puts the demonstration into the store that `npm start` uses; `-- --json` answers for programs. */
import { launch } from "./launch.mjs";

await launch("seed");
