import type { WordKey } from "#app/language/words.ts";
import { useDocument } from "#app/live/use-document.ts";

import { reflect } from "./reflect.doc.ts";
import { problemIn, reflectionActs } from "./reflections.ts";
import { readTalk, type Barrier, type ReviewWords, type Talk } from "./talk.doc.ts";

/** Where and by whom reflections are written on a page. */
export interface Reflecting {
  /** "/s/<session>/reflections": where forms are posted. */
  readonly address: string;
  /** Path and query of this page. */
  readonly back: string;
  readonly me: { readonly id: string; readonly language: string };
  readonly nameOf: (memberId: string) => string;
  /** False once the session is closed: then there is only reading. */
  readonly mayWrite: boolean;
  readonly barriers: readonly Barrier[];
  readonly review: readonly ReviewWords[];
  /** Does what a form says here and now. "done"; or null: it has to go to the desk; or a word key: what is wrong with it. */
  readonly act: (form: FormData) => "done" | WordKey | null;
}

interface Drafted {
  readonly documentId: string;
  readonly initial: Talk;
}

type Setting = Omit<Reflecting, "barriers" | "review" | "act">;

/** What was written about the talk itself, followed live, and what this member can do to it. */
export function useReflections({ documentId, initial }: Drafted, setting: Setting): Reflecting {
  const { value, doc, rights, change } = useDocument({ documentId, read: readTalk, initial });
  const act: Reflecting["act"] = (form) => {
    const read = reflectionActs.safeParse(Object.fromEntries(form));
    if (!doc) return null;
    if (!read.success) return problemIn(read.error.issues);
    if (rights !== "write") return "reflections.closed";
    let isDone = false;
    change((into) => { isDone = reflect(into, read.data, setting.me.id); });
    return isDone ? "done" : "reflections.gone";
  };
  return { ...setting, barriers: value.barriers, review: value.review, act };
}

/** As it stood when the page was made: while nobody turns to it, a phone need not follow it. */
export function stillReflections({ initial }: Drafted, setting: Setting): Reflecting {
  return { ...setting, barriers: initial.barriers, review: initial.review, act: () => null };
}
