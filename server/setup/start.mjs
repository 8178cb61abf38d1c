/** `npm start`: installs and builds what is missing, then runs Ymholi. */
import { launch } from "./launch.mjs";

await launch("server");
