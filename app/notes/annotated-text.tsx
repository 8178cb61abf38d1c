import { useLocation } from "@remix-run/react";
import { useMemo } from "react";

import type { Desk } from "./addresses.ts";
import type { AuthorOf } from "./author.ts";
import type { Notes } from "./notes.doc.ts";
import { Reading, type ReadText } from "./reading.tsx";
import { useNotes } from "./use-notes.ts";

interface AnnotatedTextProps {
  readonly text: ReadText;
  /** The notes document on this text, as the server last saw it. */
  readonly documentId: string;
  readonly initial: Notes;
  /** This page's member, and the language they write in ("en" or "cy"). */
  readonly me: string;
  readonly myLang: string;
  /** Whether the session is open for notes, by the noticeboard; the hub has the last word once it is connected. */
  readonly open: boolean;
  readonly authorOf: AuthorOf;
  /** "/s/<session>/notes": where forms go without JavaScript. */
  readonly action: string;
  readonly topLevel?: 2 | 3 | 4;
}

/** A text of evidence with its notes, live. Stands inside LiveSession. Give `text` the same object between drawings. */
export function AnnotatedText({ text, documentId, initial, me, myLang, open, authorOf, action, topLevel = 3 }: AnnotatedTextProps) {
  const { pathname, search } = useLocation();
  const desk = useMemo<Desk>(() => ({ action, documentId, back: pathname + search }), [action, documentId, pathname, search]);
  const { notes, mayWrite, acts } = useNotes({ documentId, initial, text, me });
  return <Reading text={text} notes={notes} me={me} myLang={myLang} mayWrite={mayWrite ?? open} authorOf={authorOf} desk={desk} acts={acts} topLevel={topLevel} />;
}
