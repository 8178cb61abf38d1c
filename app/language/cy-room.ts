import { clock } from "./cy/clock.ts";
import { common } from "./cy/everywhere.ts";
import { card, kinds } from "./cy/evidence-read.ts";
import { lists } from "./cy/lists.ts";
import { live } from "./cy/live.ts";
import { notes } from "./cy/notes.ts";
import { perspective } from "./cy/perspective.ts";
import { stages } from "./cy/stages.ts";
import { voting } from "./cy/voting.ts";

/** The words that the room says, and no others: half of what a phone would fetch. See words-of-page.ts. */
export const cyRoom = { common, evidence: { card, kinds }, lists, live, notes, session: { clock, perspective }, stages, voting };
