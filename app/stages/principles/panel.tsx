import { useTranslation } from "react-i18next";

import { DraftedList } from "#app/lists/drafted-list.tsx";

import { useReadOnly } from "#app/stages/use-read-only.ts";
import { useSources } from "#app/stages/use-sources.ts";
import type { StageProps } from "#app/stages/stage-props.ts";

export function Panel({ room }: StageProps) {
  const { t } = useTranslation();
  const readOnly = useReadOnly(room, "principles");
  const { sources, refresh } = useSources(room);
  if (!room.principles) return <p>{t("stages.drafting.notYet")}</p>;
  return (
    <div onFocusCapture={refresh} onPointerEnter={refresh}>
      <DraftedList kind="principles" sessionId={room.sessionId} {...room.principles} me={room.me} sources={sources} foundation={null} readOnly={readOnly} />
    </div>
  );
}
