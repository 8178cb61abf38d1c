import { useLocation } from "@remix-run/react";
import { useCallback, useEffect, useRef, useState, type FocusEvent } from "react";
import { useTranslation } from "react-i18next";

import type { WordKey } from "#app/language/words.ts";
import { usePeople } from "#app/live/live-session.tsx";
import type { Early } from "#app/live/shared-text.tsx";
import { useDocument, usePresence, type DocumentView, type Other } from "#app/live/use-document.ts";

import { actSchema, type Outcome, type ReadOnly } from "./acts.ts";
import { readList, standing, type Item, type List } from "./lists.doc.ts";
import { heldOrder } from "./order.ts";
import { perform, type Hand } from "./perform.doc.ts";
import type { Source } from "./sources.ts";
import type { Suggestion } from "./suggested.ts";

export interface ListProps {
  readonly kind: "principles" | "priorities" | "rules";
  readonly sessionId: string;
  readonly documentId: string;
  /** The list as the server rendered it. */
  readonly initial: List;
  /** Whoever this page belongs to, and the language they write in. */
  readonly me: { readonly id: string; readonly language: string };
  readonly sources: readonly Source[];
  /** The principles, under priorities; null otherwise. */
  readonly foundation: Hand["foundation"];
  /** Why nothing can be changed now; null when it can. */
  readonly readOnly: ReadOnly | null;
  /** Wordings that may be added with a tap; while nobody has changed one, everybody reads it in their own language. */
  readonly suggested?: readonly Suggestion[];
  /** This person may add all that is suggested at once. */
  readonly mayAddAll?: boolean;
}

/** The list as it stands on this page, and everything that can be done to it here. */
export interface Drafting extends Omit<ListProps, "initial"> {
  readonly list: List;
  /** Items that stand, in the order to show. */
  readonly items: readonly Item[];
  /** The page's replica; null until it is here, and without JavaScript: then forms go to the desk. */
  readonly doc: DocumentView<List>["doc"];
  /** Where forms are posted, and the page to come back to. */
  readonly address: string;
  readonly back: string;
  /** Does what a form says here and now. Null: it has to go to the desk. A word key: what is wrong with it. */
  readonly act: (form: FormData) => Outcome | WordKey | null;
  /** The other members at work in the document. */
  readonly others: readonly Other[];
  readonly nameOf: (memberId: string) => string;
  /** This person typed in the item: others are told for a few seconds. */
  readonly typed: (itemId: string) => void;
  /** This person typed in the item before the replica was here: it counts as waiting, and goes in when it is. */
  readonly early: (itemId: string, typed: () => Early) => void;
  /** What was last done, for screen readers. */
  readonly said: string;
  /** Items removed on this page and not yet dismissed, and the one somebody else removed from under this person's caret. */
  readonly removedHere: ReadonlySet<string>;
  readonly writingIn: string | null;
  readonly dismiss: (itemId: string) => void;
  /** True while others' moves wait until the caret has left the box. */
  readonly isHeld: boolean;
  /** For the list's element: notices where the caret is. */
  readonly caret: { onFocus(event: FocusEvent): void; onBlur(): void };
}

export function useDrafting({ initial, ...props }: ListProps): Drafting {
  const { documentId } = props;
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const people = usePeople();
  const { value: list, doc, rights, change } = useDocument({ documentId, read: readList, initial });
  const { writingIn, hold, isHeld, items } = useCaret(standing(list));
  const mayWrite = doc !== null && rights === "write";
  return {
    ...props,
    ...useActing(props, { change, mayWrite, hold }),
    ...useTyping(documentId),
    readOnly: props.readOnly ?? (doc && !mayWrite ? "notNow" : null),
    list,
    items,
    doc: mayWrite ? doc : null,
    address: `/s/${props.sessionId}/lists`,
    back: pathname + search,
    nameOf: (memberId) => people.get(memberId)?.name ?? t("lists.history.past"),
    writingIn,
    isHeld,
    caret: { onFocus: ({ target }) => hold(itemWrittenIn(target)), onBlur: () => hold(null) },
  };
}

type Change = DocumentView<List>["change"];

interface Hands {
  readonly change: Change;
  /** False while nothing can be changed here. */
  readonly mayWrite: boolean;
  readonly hold: (itemId: null) => void;
}

function useActing({ me, sources, foundation }: Omit<ListProps, "initial">, { change, mayWrite, hold }: Hands) {
  const { said, tell } = useSaid();
  const [removedHere, setRemovedHere] = useState<ReadonlySet<string>>(new Set());

  function dismiss(itemId: string) {
    setRemovedHere((before) => new Set([...before].filter((id) => id !== itemId)));
    hold(null);
  }

  function now(form: FormData): Outcome | WordKey | null {
    const read = actSchema.safeParse(Object.fromEntries(form));
    if (!mayWrite) return null;
    // The messages of actSchema are word keys.
    if (!read.success) return read.error.issues[0]?.message as WordKey;
    const wanted = read.data;
    let outcome: Outcome = { came: "gone" };
    change((doc) => { outcome = perform(doc, wanted, { by: me.id, sources, foundation }); });
    tell(outcome);
    if (wanted.act !== "add") hold(null);
    if (wanted.act === "remove") setRemovedHere((before) => new Set(before).add(wanted.item));
    if (wanted.act === "putBack") dismiss(wanted.item);
    return outcome;
  }

  function later(item: string, typed: () => Early) {
    change((doc) => tell(perform(doc, { act: "reword", item, ...typed() }, { by: me.id, sources, foundation })));
  }

  // Cards are drawn again only when what they show has changed; what they do must still be up to date.
  const latest = useRef({ now, later });
  useEffect(() => { latest.current = { now, later }; });
  const act = useCallback((form: FormData) => latest.current.now(form), []);
  const early = useCallback((item: string, typed: () => Early) => latest.current.later(item, typed), []);
  return { act, early, said, removedHere, dismiss };
}

/** Id of the item whose wording this box holds; null for anything else. */
function itemWrittenIn(target: Element): string | null {
  const item = target instanceof HTMLTextAreaElement ? target.closest<HTMLElement>("[data-item]") : null;
  return item?.dataset.item ?? null;
}

/** While the caret is in a box, the box must not move: others' moves are shown when it has left. */
function useCaret(now: readonly Item[]) {
  const [writing, setWriting] = useState<{ readonly itemId: string; readonly order: readonly string[] } | null>(null);
  const items = writing ? heldOrder(writing.order, now) : now;
  const hold = (itemId: string | null) => setWriting(itemId === null ? null : { itemId, order: items.map(({ id }) => id) });
  const isHeld = items.some(({ id }, index) => now[index]?.id !== id);
  return { writingIn: writing?.itemId ?? null, hold, isHeld, items };
}

/** What to announce. The same sentence twice in a row must be heard twice, so it differs by a space. */
function useSaid() {
  const sentenceFor = useSentences();
  const [said, setSaid] = useState("");
  const tell = (outcome: Outcome) => {
    const words = sentenceFor(outcome);
    setSaid((before) => (before === words ? `${words}\u00a0` : words));
  };
  return { said, tell };
}

function useSentences(): (outcome: Outcome) => string {
  const { t } = useTranslation();
  return (outcome) => {
    switch (outcome.came) {
      case "moved": return t("lists.moved", { place: outcome.place, of: outcome.of });
      case "added": return t("lists.added", { place: outcome.place, of: outcome.of });
      case "putBack": return t("lists.putBackDone", { place: outcome.place, of: outcome.of });
      case "attached": return t("lists.attached");
      case "detached": return t("lists.detached");
      case "addedAll": return t("lists.addedAll");
      case "linked": return t("lists.rests.linked");
      case "unlinked": return t("lists.rests.unlinked");
      case "bothKept": return t("lists.bothKept.title");
      case "full": return t("lists.fullProblem");
      case "gone": return t("lists.gone");
      // The page shows these itself, where focus goes.
      case "removed":
      case "reworded": return "";
    }
  };
}

/** Milliseconds without a key before somebody is no longer "writing": a breath, not a pause to think. */
const STILL = 4_000;

function useTyping(documentId: string) {
  const { others, say } = usePresence(documentId);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const typed = useCallback((itemId: string) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => say({}), STILL);
    say({ typing: itemId });
  }, [say]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return { others, typed };
}

