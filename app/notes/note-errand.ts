/** What the page with a form about notes is about. */
import type { EvidenceBlock } from "#app/evidence/blocks.ts";
import type { WordKey } from "#app/language/words.ts";

import type { Note, Reply } from "./notes.doc.ts";

/** What the form is about, found. `textLang`: language of the evidence. */
export type Subject =
  | { readonly kind: "block"; readonly block: EvidenceBlock; readonly textLang: string }
  | { readonly kind: "reply" | "edit" | "withdraw"; readonly note: Note; readonly textLang: string }
  | { readonly kind: "withdrawReply"; readonly reply: Reply };

export interface NoteErrand {
  readonly documentId: string;
  /** Path and query to come back to. */
  readonly back: string;
  readonly subject: Subject;
  /** False once the session has closed: words can be copied, not added. */
  readonly isOpen: boolean;
}

/** Title of the page with the form. */
export function titleOf({ subject }: NoteErrand): WordKey {
  const titles = { block: "notes.page.note", reply: "notes.reply.title", edit: "notes.edit.title", withdraw: "notes.withdraw.title", withdrawReply: "notes.withdraw.title" } as const;
  return titles[subject.kind];
}
