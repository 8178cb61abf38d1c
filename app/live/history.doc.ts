import * as Y from "yjs";

import type { LogRow } from "./live.doc.ts";

/** One wording of a text, who left it so and when. */
export interface Wording {
  readonly memberId: string | null;
  readonly at: Date;
  readonly text: string;
}

/** Changes by one member closer together than this count as one. Long enough for a pause to think. */
const ONE_SITTING_MS = 60_000;

/** Replays a log and tells each wording a text went through, oldest first; `textOf` finds the text in the document. */
export function wordingsOf(log: readonly LogRow[], textOf: (doc: Y.Doc) => string | null): Wording[] {
  const doc = new Y.Doc();
  const wordings: Wording[] = [];
  for (const row of log) {
    Y.applyUpdate(doc, row.bytes);
    const text = textOf(doc);
    const last = wordings.at(-1);
    if (text === null || text === (last?.text ?? "")) continue;
    const sameSitting = last && last.memberId === row.memberId && row.at.getTime() - last.at.getTime() < ONE_SITTING_MS;
    if (sameSitting) wordings.pop();
    wordings.push({ memberId: row.memberId, at: row.at, text });
  }
  doc.destroy();
  return wordings;
}
