import { useTranslation } from "react-i18next";

import { DraftedList, DraftedPriorities } from "#app/lists/drafted-list.tsx";

import { useReadOnly } from "#app/stages/use-read-only.ts";
import { useSources } from "#app/stages/use-sources.ts";
import type { StageProps } from "#app/stages/stage-props.ts";

/** The priorities; the principles they rest on lie folded below, still open to rewording. */
export function Panel({ room }: StageProps) {
  const { t } = useTranslation();
  const readOnly = useReadOnly(room, "priorities");
  const { sources, refresh } = useSources(room);
  const { principles, priorities } = room;
  if (!principles || !priorities) return <p>{t("stages.drafting.notYet")}</p>;
  const common = { sessionId: room.sessionId, me: room.me, sources };
  return (
    <div className="stack-wide" onFocusCapture={refresh} onPointerEnter={refresh}>
      <DraftedPriorities {...common} {...priorities} principles={principles} readOnly={readOnly} />
      <details>
        <summary className="font-bold">{t("stages.drafting.principles")}</summary>
        <DraftedList {...common} {...principles} kind="principles" foundation={null} readOnly={readOnly} />
      </details>
    </div>
  );
}
