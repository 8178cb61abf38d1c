import { clock } from "./en/clock.ts";
import { common } from "./en/everywhere.ts";
import { card, kinds } from "./en/evidence-read.ts";
import { lists } from "./en/lists.ts";
import { live } from "./en/live.ts";
import { notes } from "./en/notes.ts";
import { perspective } from "./en/perspective.ts";
import { stages } from "./en/stages.ts";
import { voting } from "./en/voting.ts";

/** The words that the room says, and no others: half of what a phone would fetch. See words-of-page.ts. */
export const enRoom = { common, evidence: { card, kinds }, lists, live, notes, session: { clock, perspective }, stages, voting };
