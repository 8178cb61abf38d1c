import { common } from "./en/everywhere.ts";
import { evidence } from "./en/evidence.ts";
import { enquiry } from "./en/enquiry.ts";
import { host } from "./en/host.ts";
import { join } from "./en/join.ts";
import { lists } from "./en/lists.ts";
import { live } from "./en/live.ts";
import { notes } from "./en/notes.ts";
import { report } from "./en/report.ts";
import { session } from "./en/session.ts";
import { stages } from "./en/stages.ts";
import { voting } from "./en/voting.ts";

export const en = { common, enquiry, evidence, host, join, lists, live, notes, report, session, stages, voting } as const;
