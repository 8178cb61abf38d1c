/** What pages without JavaScript do with questions: the same acts, through the same log and broadcast as everybody's. */
import * as z from "zod";

import type { WordKey } from "#app/language/words.ts";
import type { Live } from "#app/live/live.doc.ts";
import { whyNotTaken } from "#app/live/not-taken.server.ts";

import type { Act, Outcome } from "./acts.ts";
import { perform, type Hand } from "./perform.doc.ts";

export interface Asked {
  readonly documentId: string;
  readonly act: Act;
  readonly hand: Hand;
  /** False when this member may not write there now. */
  readonly mayWrite: boolean;
  /** True while somebody's own words can be taken back: that waits for no stage. */
  readonly mayTakeBack: boolean;
}

/** Does it on behalf of the member and resolves when it is on disk: where to go to, or why it could not be done. */
export async function changeQuestions(live: Pick<Live, "write">, { documentId, act, hand, mayWrite, mayTakeBack }: Asked): Promise<{ readonly at: string } | { readonly problem: WordKey }> {
  if (!(act.act === "withdraw" ? mayTakeBack : mayWrite)) return { problem: "questions.make.closed" };
  let outcome: Outcome = { came: "gone" };
  try {
    // What a person takes back of a scribe's writing is not theirs in the document, so Ymholi itself does it for them.
    const writer = act.act === "withdraw" ? null : hand.by;
    await live.write(documentId, writer, (doc) => { outcome = perform(doc, act, { ...hand, isDesk: true }); });
  } catch (error) {
    return { problem: whyNotTaken(error, "questions.make.closed") };
  }
  return cameOf(outcome);
}

function cameOf(outcome: Outcome): { readonly at: string } | { readonly problem: WordKey } {
  if (outcome.came === "gone") return { problem: "questions.make.gone" };
  return outcome.came === "full" ? { problem: "questions.make.fullProblem" } : { at: outcome.at };
}

const aboutSchema = z.object({ document: z.string().catch(""), back: z.string().catch("") });

/** Which document a form is about, and the page to go back to: always one of this session's room. */
export function aboutWhat(form: FormData, sessionId: string): { readonly documentId: string; readonly back: string } {
  const { document, back } = aboutSchema.parse(Object.fromEntries(form));
  const room = `/s/${sessionId}`;
  return { documentId: document, back: back === room || back.startsWith(`${room}?`) ? back : room };
}
