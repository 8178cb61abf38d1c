/** All that a page of the room starts from; afterwards it follows the noticeboard and the documents live. */
import type { EvidenceBlock } from "#app/evidence/blocks.ts";
import type { EvidenceFactsOf } from "#app/evidence/facts.ts";
import type { WorkingGroup } from "#app/groups/groups.ts";
import type { Bilingual } from "#app/language/bilingual.ts";
import type { List } from "#app/lists/lists.doc.ts";
import type { Person } from "#app/live/person.ts";
import type { Notes } from "#app/notes/notes.doc.ts";
import type { Questions } from "#app/questions/questions.doc.ts";
import type { OwnSignal } from "#app/talk/signals.ts";
import type { Talk } from "#app/talk/talk.doc.ts";

import type { Board } from "./board.ts";

/** A shared document as the server last saw it: what is shown until the socket has synced, and without JavaScript for good. */
export interface Drafted<T> {
  readonly documentId: string;
  readonly initial: T;
}

/** A version of evidence on the table, and the notes on it. */
export interface RoomEvidence extends EvidenceFactsOf {
  readonly itemId: string;
  readonly versionId: string;
  readonly title: string;
  readonly blocks: readonly EvidenceBlock[];
  readonly notes: Drafted<Notes>;
}

export interface Room {
  readonly sessionId: string;
  /** A rehearsal with pretend members. */
  readonly rehearsal: boolean;
  /** Key of the template it was made from, which may be none of ours. */
  readonly template: string;
  readonly title: Bilingual;
  readonly question: Bilingual;
  readonly purpose: Bilingual;
  readonly safeguarding: { readonly name: string; readonly phone: string };
  /** `sharedDevice`: others use it too, and nothing may be left on it. */
  readonly me: Person & { readonly language: string; readonly sharedDevice: boolean };
  readonly board: Board;
  readonly people: readonly Person[];
  readonly evidence: readonly RoomEvidence[];
  /** Null before the session is opened: there is nothing to draft yet. */
  readonly principles: Drafted<List> | null;
  readonly priorities: Drafted<List> | null;
  readonly rules: Drafted<List> | null;
  /** This member has said that they agree to the rules. */
  readonly agreesToRules: boolean;
  /** The room's own questions; a small group's stand in a document of its own. */
  readonly questions: Drafted<Questions> | null;
  /** The small group this member works in now; null when everybody works together. */
  readonly group: GroupPages | null;
  /** The groups at work, for facilitators; none for anybody else. */
  readonly groups: readonly WorkingGroup[];
  /** Number of each small group by its id, at work or back. */
  readonly groupNumbers: Readonly<Record<string, number>>;
  readonly talk: Drafted<Talk> | null;
  /** Signals that this member had up when the page was made. Everybody else sees counts only. */
  readonly signals: readonly OwnSignal[];
  /** This member and the round that was the latest when the page was made. What the ballot says is never sent back. */
  readonly ballot: BallotStanding;
  /** The same for the secret round about questions. */
  readonly choice: BallotStanding;
}

/** A member and a round: may they vote in it, and is their ballot in. */
export interface BallotStanding {
  readonly onRoll: boolean;
  readonly voted: boolean;
}

/** A small group with its own pages. */
export interface GroupPages extends WorkingGroup {
  readonly questions: Drafted<Questions>;
}
