import { beside } from "./cy/beside.ts";
import { clock } from "./cy/clock.ts";
import { common } from "./cy/everywhere.ts";
import { card, kinds } from "./cy/evidence-read.ts";
import { live } from "./cy/live.ts";
import { perspective } from "./cy/perspective.ts";
import { stages } from "./cy/stages.ts";

/** The words that the frame of the room says, and no others; a stage brings its own (app/stages/activity.ts). See words-of-page.ts. */
export const cyRoom = { common, evidence: { card, kinds }, live, reflections: { barriers: { summary: beside.barriers } }, rules: { ours: beside.rules }, session: { clock, perspective }, stages, thinking: { title: beside.notes } };
