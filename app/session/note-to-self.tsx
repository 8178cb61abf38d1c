import { useTranslation } from "react-i18next";

import { Button } from "#app/ui/button.tsx";
import type { KeepingState } from "#app/ui/note-keeper.ts";
import { useNoteKeeper } from "#app/ui/use-note-keeper.ts";

interface NoteToSelfProps {
  readonly sessionId: string;
  /** As it was kept when the page was made. */
  readonly text: string;
}

/** The facilitator's own notes, kept as they are typed, and tried again until they are. Nobody else ever reads them. */
export function NoteToSelf({ sessionId, text }: NoteToSelfProps) {
  const { t } = useTranslation();
  const { state, typed, left } = useNoteKeeper({ address: `/sessions/${sessionId}/desk/note`, isWorthKeeping: always });
  return (
    <form method="post" className="stack-tight">
      <input type="hidden" name="intent" value="deskNote" />
      <label className="block">
        <span className="label">{t("desk.note.label")}</span>
        <textarea name="text" className="input max-w-none" rows={3} defaultValue={text} onChange={({ target }) => typed(target.value)} onBlur={left} aria-describedby="note-hint" />
      </label>
      <p id="note-hint" className="aside">{t("desk.note.hint")} <Keeping state={state} /></p>
      <noscript><Button look="quiet">{t("common.save")}</Button></noscript>
    </form>
  );
}

/** A note may be emptied. */
const always = () => true;

function Keeping({ state }: { readonly state: KeepingState }) {
  const { t } = useTranslation();
  const words = typeof state === "object" ? t(state.problem) : state === "idle" ? "" : t(`desk.note.${state}`);
  return <span role="status">{words}</span>;
}
