import type { WorkingGroup } from "#app/groups/groups.ts";
import type { Questions } from "#app/questions/questions.doc.ts";

import type { Drafted } from "./room.ts";

/** What the desk knows of questions beside the noticeboard. */
export interface AskingOnDesk {
  readonly questions: Drafted<Questions> | null;
  /** Ballots below which the outcome of a vote is told to nobody. */
  readonly minimum: number;
  /** The groups at work, with how many questions each has. */
  readonly groups: readonly (WorkingGroup & { readonly questions: number })[];
}
