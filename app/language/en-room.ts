import { beside } from "./en/beside.ts";
import { clock } from "./en/clock.ts";
import { common } from "./en/everywhere.ts";
import { card, kinds } from "./en/evidence-read.ts";
import { live } from "./en/live.ts";
import { perspective } from "./en/perspective.ts";
import { stages } from "./en/stages.ts";

/** The words that the frame of the room says, and no others; a stage brings its own (app/stages/activity.ts). See words-of-page.ts. */
export const enRoom = { common, evidence: { card, kinds }, live, reflections: { barriers: { summary: beside.barriers } }, rules: { ours: beside.rules }, session: { clock, perspective }, stages, thinking: { title: beside.notes } };
