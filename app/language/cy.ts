import { common } from "./cy/everywhere.ts";
import { evidence } from "./cy/evidence.ts";
import { enquiry } from "./cy/enquiry.ts";
import { host } from "./cy/host.ts";
import { join } from "./cy/join.ts";
import { lists } from "./cy/lists.ts";
import { live } from "./cy/live.ts";
import { notes } from "./cy/notes.ts";
import { report } from "./cy/report.ts";
import { session } from "./cy/session.ts";
import { stages } from "./cy/stages.ts";
import { voting } from "./cy/voting.ts";
import type { en } from "./en.ts";
import type { Welsh } from "./welsh.ts";

export const cy = { common, enquiry, evidence, host, join, lists, live, notes, report, session, stages, voting } as const satisfies Welsh<typeof en>;
