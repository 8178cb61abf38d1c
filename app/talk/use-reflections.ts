import type { WordKey } from "#app/language/words.ts";
import { useDocument } from "#app/live/use-document.ts";
import { penned, type Penned, type Present } from "#app/scribe/penned.ts";

import { reflect, reflectingNeedsDesk } from "./reflect.doc.ts";
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
  /** Those for whom this member writes; none for who is no scribe. */
  readonly writesFor: readonly Present[];
  readonly barriers: readonly (Omit<Barrier, keyof Penned> & Penned)[];
  readonly review: readonly (Omit<ReviewWords, keyof Penned> & Penned)[];
  /** Does what a form says here and now. "done"; or null: it has to go to the desk; or a word key: what is wrong with it. */
  readonly act: (form: FormData) => "done" | WordKey | null;
}

interface Drafted {
  readonly documentId: string;
  readonly initial: Talk;
}

/** `scribes`: whoever may or might write for others. */
export type ReflectingSetting = Omit<Reflecting, "barriers" | "review" | "act"> & { readonly scribes: readonly string[] };

/** What was written about the talk itself, followed live, and what this member can do to it. */
export function useReflections({ documentId, initial }: Drafted, setting: ReflectingSetting): Reflecting {
  const { value, doc, rights, change } = useDocument({ documentId, read: readTalk, initial });
  const act: Reflecting["act"] = (form) => {
    const read = reflectionActs.safeParse(Object.fromEntries(form));
    if (!doc) return null;
    if (!read.success) return problemIn(read.error.issues);
    if (rights !== "write") return "reflections.closed";
    if (reflectingNeedsDesk(value, read.data, setting.me.id)) return null;
    let isDone = false;
    change((into) => { isDone = reflect(into, read.data, { by: setting.me.id, isDesk: false }); });
    return isDone ? "done" : "reflections.gone";
  };
  return { ...setting, ...shown(value, setting), act };
}

function shown({ barriers, review, corrections }: Talk, { scribes }: ReflectingSetting): Pick<Reflecting, "barriers" | "review"> {
  const writers = new Set(scribes);
  return { barriers: penned(barriers, corrections, writers), review: penned(review, corrections, writers) };
}
