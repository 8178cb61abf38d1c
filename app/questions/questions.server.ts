/** What pages without JavaScript do with questions: the same acts, through the same log and broadcast as everybody's. */
import * as z from "zod";

import type { WordKey } from "#app/language/words.ts";
import { SealedError, type Live } from "#app/live/live.doc.ts";

import type { Act, Outcome } from "./acts.ts";
import { perform, type Hand } from "./perform.doc.ts";

export interface Asked {
  readonly documentId: string;
  readonly act: Act;
  readonly hand: Hand;
  /** False when this member may not write there now. */
  readonly mayWrite: boolean;
}

/** Does it on behalf of the member and resolves when it is on disk: where to go to, or why it could not be done. */
export async function changeQuestions(live: Pick<Live, "write">, { documentId, act, hand, mayWrite }: Asked): Promise<{ readonly at: string } | { readonly problem: WordKey }> {
  if (!mayWrite) return { problem: "questions.make.closed" };
  let outcome: Outcome = { came: "gone" };
  try {
    await live.write(documentId, hand.by, (doc) => { outcome = perform(doc, act, hand); });
  } catch (error) {
    if (error instanceof SealedError) return { problem: "questions.make.closed" };
    throw error;
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
