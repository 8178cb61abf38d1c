import { useMemo } from "react";

import { newId } from "#app/live/records.doc.ts";
import { useDocument } from "#app/live/use-document.ts";

import type { NoteActs } from "./acts.ts";
import { describe } from "./anchor.ts";
import { addNote, addReply, readNotes, rewordNote, withdrawNote, withdrawReply, type Notes } from "./notes.doc.ts";
import type { ReadText } from "./reading.tsx";

interface Asked {
  readonly documentId: string;
  readonly initial: Notes;
  readonly text: ReadText;
  /** Member id of whoever writes. */
  readonly me: string;
}

interface NotesView {
  readonly notes: Notes;
  /** False when the server has said that nothing may be written now; null before it has said anything. */
  readonly mayWrite: boolean | null;
  readonly acts: NoteActs;
}

/** The notes on a text, followed live, and what this member can do to them. */
export function useNotes({ documentId, initial, text, me }: Asked): NotesView {
  const { value, doc, rights, change } = useDocument({ documentId, read: readNotes, initial });
  const mayWrite = doc ? rights === "write" : null;
  const acts = useMemo<NoteActs>(() => {
    /** Asked for without the right to write, a change would be gone; so it is refused here, and the words stay in their box. */
    const taken = (act: Parameters<typeof change>[0]) => {
      if (mayWrite) change(act);
      return mayWrite === true;
    };
    return {
      add: ({ stretch, words, lang }) => {
        const note = { id: newId(), by: me, passage: describe(text, stretch), words, lang };
        return taken((into) => addNote(into, note)) ? note.id : null;
      },
      reply: (noteId, reply) => taken((into) => addReply(into, { ...reply, id: newId(), noteId, by: me })),
      reword: (noteId, words) => taken((into) => rewordNote(into, noteId, words)),
      withdraw: (noteId) => taken((into) => withdrawNote(into, noteId)),
      withdrawReply: (replyId) => taken((into) => withdrawReply(into, replyId)),
      putBack: (back) => taken((into) => ("note" in back ? addNote(into, back.note) : addReply(into, back.reply))),
    };
  }, [change, mayWrite, me, text]);
  return { notes: value, mayWrite, acts };
}
