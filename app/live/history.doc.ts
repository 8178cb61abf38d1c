import * as Y from "yjs";

import { eachAtEase } from "./at-ease.ts";
import type { LogRow } from "./live.doc.ts";
import type { Mending } from "./mend.ts";

/** One wording of a text, who left it so and when. */
export interface Wording {
  readonly memberId: string | null;
  readonly at: Date;
  readonly text: string;
  /** When nobody typed it: how it came about. */
  readonly mending?: Mending | null;
}

/** Changes by one member closer together than this count as one. Long enough for a pause to think. */
const ONE_SITTING_MS = 60_000;

/** Replays a log and tells each wording a text went through, oldest first; `textOf` finds the text in the document. */
export async function wordingsOf(log: readonly LogRow[], textOf: (doc: Y.Doc) => string | null): Promise<Wording[]> {
  const doc = new Y.Doc();
  const wordings: Wording[] = [];
  await eachAtEase(log, (row) => {
    Y.applyUpdate(doc, row.bytes);
    const text = textOf(doc);
    if (text !== null) addWording(wordings, { memberId: row.memberId, at: row.at, text, mending: row.mending ?? null });
  });
  doc.destroy();
  return wordings;
}

/** Adds a wording at the end, unless nothing changed; one of the same sitting takes the place of the one before it. What was mended stands for itself. */
export function addWording(wordings: Wording[], next: Wording): void {
  const last = wordings.at(-1);
  if (next.text === (last?.text ?? "")) return;
  if (last && !last.mending && !next.mending && last.memberId === next.memberId && next.at.getTime() - last.at.getTime() < ONE_SITTING_MS) wordings.pop();
  wordings.push(next);
}
