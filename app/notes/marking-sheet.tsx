import type { Dispatch } from "react";
import { useTranslation } from "react-i18next";

import type { EvidenceBlock } from "#app/evidence/blocks.ts";
import { Button } from "#app/ui/button.tsx";

import { FindPanel } from "./find-panel.tsx";
import { KeysPanel } from "./keys-panel.tsx";
import type { Draft, Marking, MarkingStep } from "./marking.ts";
import { piecesOf, spotsOf, stretchOf, type Spot } from "./passage.ts";
import { WhyForm } from "./why-form.tsx";

interface MarkingSheetProps {
  readonly marking: Marking;
  readonly dispatch: Dispatch<MarkingStep>;
  readonly blocks: readonly EvidenceBlock[];
  readonly textLang: string;
  readonly myLang: string;
  readonly onDraft: (draft: Draft) => void;
  /** Answers false when it cannot be taken now. */
  readonly onSave: (draft: Draft) => boolean;
  readonly onLeave: (draft?: Draft) => void;
}

/** At the foot of the screen, out of the way of the selection and of what phones draw over it; the same for all ways of marking. */
export function MarkingSheet(props: MarkingSheetProps) {
  const { t } = useTranslation();
  if (props.marking.state === "idle") return null;
  return (
    <section className="mark-sheet no-print" data-state={props.marking.state} aria-label={t("notes.mark.sheet")}>
      <SheetContent {...props} />
    </section>
  );
}

function SheetContent({ marking, dispatch, blocks, textLang, myLang, onDraft, onSave, onLeave }: MarkingSheetProps) {
  const stretchTo = (from: Spot, to: Spot) => stretchOf(from, to, blocks);
  switch (marking.state) {
    case "idle":
      return null;
    case "selected":
      return <SelectedBar words={piecesOf(blocks, spotsOf(blocks, marking.stretch)).join(" … ")} textLang={textLang} onMark={() => dispatch({ type: "write", stretch: marking.stretch })} />;
    case "keys":
      return <KeysPanel blocks={blocks} textLang={textLang} standing={marking} onMove={(at) => dispatch({ type: "keys", at })} onHere={() => dispatch({ type: "here", stretchTo })} onLeave={onLeave} />;
    case "finding":
      return <FindPanel blocks={blocks} textLang={textLang} onPick={(stretch) => dispatch({ type: "write", stretch })} onLeave={onLeave} />;
    case "writing":
      return <WhyForm {...marking} blocks={blocks} textLang={textLang} myLang={myLang} onStretch={(stretch) => dispatch({ type: "restretch", stretch })} onDraft={onDraft} onSave={onSave} onLeave={onLeave} />;
    case "dropped":
      return <DroppedBar onPutBack={() => dispatch({ type: "write", stretch: marking.draft.stretch, draft: marking.draft })} onDismiss={() => onLeave()} />;
  }
}

function SelectedBar({ words, textLang, onMark }: { readonly words: string; readonly textLang: string; readonly onMark: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="mark-bar">
      <p className="mark-bar-words" lang={textLang}>{words}</p>
      {/* Pressing a button takes the selection away before the click, unless the press is held back. */}
      <Button type="button" onPointerDown={(event) => event.preventDefault()} onClick={onMark}>{t("notes.mark.this")}</Button>
    </div>
  );
}

function DroppedBar({ onPutBack, onDismiss }: { readonly onPutBack: () => void; readonly onDismiss: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="mark-bar">
      <p role="status">{t("notes.mark.dropped")}</p>
      <div className="row">
        <Button type="button" look="quiet" onClick={onPutBack}>{t("notes.mark.putBack")}</Button>
        <Button type="button" look="link" onClick={onDismiss}>{t("common.close")}</Button>
      </div>
    </div>
  );
}
