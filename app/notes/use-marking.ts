import { useCallback, useMemo, useReducer, useRef, type RefObject } from "react";

import type { EvidenceBlock } from "#app/evidence/blocks.ts";

import { idle, step, type Draft, type Marking, type MarkingStep } from "./marking.ts";
import { inWholeWords, spotsOf, stretchOf, type Spot, type Stretch } from "./passage.ts";
import { PENDING, type Mark } from "./segments.ts";
import { useKeptDraft } from "./use-kept-draft.ts";
import { useSelection } from "./use-selection.ts";

interface Asked {
  readonly documentId: string;
  readonly blocks: readonly EvidenceBlock[];
  /** The text on the page. */
  readonly text: RefObject<HTMLElement>;
  readonly mayWrite: boolean;
  /** Answers the new note's id, or null when it cannot be taken now. */
  readonly add: (draft: Draft) => string | null;
}

export interface MarkingView {
  readonly marking: Marking;
  readonly dispatch: (step: MarkingStep) => void;
  /** As dispatch, from a control that gets the focus back in the end. */
  readonly begin: (step: MarkingStep) => void;
  /** What is being marked, by block id: drawn like a mark until it is noted or left. */
  readonly pending: ReadonlyMap<string, readonly Mark[]>;
  readonly keep: (draft: Draft) => void;
  /** Answers false when it cannot be taken now. */
  readonly save: (draft: Draft) => boolean;
  readonly leave: (draft?: Draft) => void;
}

/** The way from words in the text to a note on them: see marking.ts. Drafts outlive a reload. */
export function useMarking({ documentId, blocks, text, mayWrite, add }: Asked): MarkingView {
  const [marking, dispatch] = useReducer(step, idle);
  const { keep, forget } = useKeptDraft(documentId, (draft) => dispatch({ type: "write", stretch: draft.stretch, draft }));
  const { remember, giveBack } = useFocusBack(text);
  const select = useCallback(
    (stretch: Stretch | null) => {
      const hasWords = stretch !== null && mayWrite && spotsOf(blocks, stretch).length > 0;
      dispatch({ type: "select", stretch: hasWords ? inWholeWords(blocks, stretch) : null });
    },
    [blocks, mayWrite],
  );
  useSelection(text, select);
  const pending = useMemo(() => pendingIn(marking, blocks), [marking, blocks]);
  const begin = (next: MarkingStep) => {
    remember();
    dispatch(next);
  };
  const save = (draft: Draft) => {
    const noteId = add(draft);
    if (noteId === null) return false;
    forget();
    dispatch({ type: "saved" });
    giveBack(noteId);
    return true;
  };
  const leave = (draft?: Draft) => {
    forget();
    dispatch(draft ? { type: "leave", draft } : { type: "leave" });
    giveBack();
  };
  return { marking, dispatch, begin, pending, keep, save, leave };
}

/** Where the keyboard goes when the sheet has gone: to the new mark, else to where marking was begun, else to the text. */
function useFocusBack(text: RefObject<HTMLElement>) {
  const opener = useRef<Element | null>(null);
  return {
    remember: () => {
      opener.current = document.activeElement;
    },
    giveBack: (noteId?: string) =>
      requestAnimationFrame(() => {
        // The sheet may be there still, for the next sentence, and has the focus.
        if (document.activeElement !== document.body) return;
        const mark = noteId ? text.current?.querySelector(`a[data-notes~="${CSS.escape(noteId)}"]`) : null;
        const target = mark ?? (opener.current?.isConnected ? opener.current : text.current);
        if (target instanceof HTMLElement) target.focus({ preventScroll: true });
      }),
  };
}

function pendingIn(marking: Marking, blocks: readonly EvidenceBlock[]): ReadonlyMap<string, readonly Mark[]> {
  return new Map(pendingSpots(marking, blocks).map(({ blockId, start, end }) => [blockId, [{ id: PENDING, start, end }]]));
}

function pendingSpots(marking: Marking, blocks: readonly EvidenceBlock[]): readonly Spot[] {
  if (marking.state === "writing") return spotsOf(blocks, marking.stretch);
  if (marking.state === "keys") return marking.from ? spotsOf(blocks, stretchOf(marking.from, marking.at, blocks)) : [marking.at];
  return [];
}
