import { useLocation } from "@remix-run/react";
import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";

import { isLanguage, type Language } from "#app/language/languages.ts";
import { useLanguage } from "#app/language/use-language.ts";
import type { WordKey } from "#app/language/words.ts";
import { usePeople } from "#app/live/live-session.tsx";
import { useDocument } from "#app/live/use-document.ts";
import { penned, type Penned, type Present } from "#app/scribe/penned.ts";

import { actSchema, type Outcome } from "./acts.ts";
import type { Passage } from "./passages.ts";
import { needsDesk, perform } from "./perform.doc.ts";
import { readQuestions, type Question, type QuestionPassage, type Questions } from "./questions.doc.ts";
import { attested } from "./standing.ts";

export interface AskingProps {
  readonly sessionId: string;
  /** The room's questions, or a small group's. */
  readonly documentId: string;
  /** The questions as the server rendered them. */
  readonly initial: Questions;
  /** Whoever this page belongs to, and the language they write in. */
  readonly me: { readonly id: string; readonly language: string };
  readonly passages: readonly Passage[];
  /** Where a passage stands in its text; null when it cannot be walked to. */
  readonly walkBack: (passage: QuestionPassage) => string | null;
  /** False when nothing may be changed now. */
  readonly mayWrite: boolean;
  /** True as long as the session is open: one's own question is taken back at any stage. */
  readonly mayTakeBack: boolean;
  /** People whom this member may write for: those without a device, for scribes and facilitators. */
  readonly writesFor: readonly Present[];
  /** Members whose writing for others counts as the others'. */
  readonly scribes: readonly string[];
  /** Number of the small group with this id; null when it is not known. */
  readonly groupNumber: (groupId: string) => number | null;
}

/** The questions as they stand on this page, and everything that can be done with them here. */
export interface Asking extends Omit<AskingProps, "initial"> {
  readonly made: Questions;
  /** Who wrote it down, whether it was checked, and how it stood before its person put it right. */
  readonly penOf: (question: Question) => Penned | null;
  /** Where forms are posted, and what every one of them says. */
  readonly address: string;
  readonly fields: { readonly document: string; readonly back: string };
  /** Does what a form says here and now; null: it has to be posted. */
  readonly act: (form: FormData) => "done" | WordKey | null;
  readonly nameOf: (memberId: string) => string;
  /** What was last done, for screen readers. */
  readonly said: string;
}

export function useAsking({ initial, ...props }: AskingProps): Asking {
  const { documentId, sessionId, me, passages, scribes } = props;
  const { pathname, search } = useLocation();
  const people = usePeople();
  const { value, doc, rights, change } = useDocument({ documentId, read: readQuestions, initial });
  const made = useMemo(() => attested(value, scribes), [value, scribes]);
  const { said, tell } = useSaid();
  const mayWrite = doc ? rights === "write" : props.mayWrite;
  const canAct = doc !== null && mayWrite;
  const act = (form: FormData) => {
    const read = actSchema.safeParse(Object.fromEntries(form));
    if (!canAct) return null;
    // The messages of actSchema are word keys.
    if (!read.success) return read.error.issues[0]?.message as WordKey;
    if (needsDesk(value, read.data, me.id)) return null;
    let outcome: Outcome = { came: "gone" };
    change((into) => { outcome = perform(into, read.data, { by: me.id, passages }); });
    return tell(outcome);
  };
  const penOf = (question: Question) => penned(value.questions.filter(({ id }) => id === question.id), value.corrections, new Set(scribes))[0] ?? null;
  const nameOf = useCallback((memberId: string) => people.get(memberId)?.name ?? "…", [people]);
  return { ...props, made, mayWrite, act, said, nameOf, penOf, address: `/s/${sessionId}/questions`, fields: { document: documentId, back: pathname + search } };
}

/** The language that this member writes in. */
export function useOwnLanguage({ me }: Pick<AskingProps, "me">): Language {
  const page = useLanguage();
  return isLanguage(me.language) ? me.language : page;
}

/** What to announce. The same sentence twice in a row must be heard twice, so it differs by a space. */
function useSaid() {
  const { t } = useTranslation();
  const [said, setSaid] = useState("");
  const tell = (outcome: Outcome): "done" | WordKey => {
    if (outcome.came === "gone") return "questions.make.gone";
    if (outcome.came === "full") return "questions.make.fullProblem";
    const words = t(`questions.said.${outcome.came}`);
    setSaid((before) => (before === words ? `${words}\u00a0` : words));
    return "done";
  };
  return { said, tell };
}
