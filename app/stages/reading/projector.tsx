import { useTranslation } from "react-i18next";

import { useDocument } from "#app/live/use-document.ts";
import { readNotes } from "#app/notes/notes.doc.ts";

import type { RoomEvidence } from "#app/stages/room.ts";
import type { StageProps } from "#app/stages/stage-props.ts";

/** What lies on the table, and how much has been marked. Nobody's note is put on the wall without being asked. */
export function Projector({ room }: StageProps) {
  return (
    <ul className="plain-list stack-tight">
      {room.evidence.map((item) => <Line key={item.itemId} item={item} />)}
    </ul>
  );
}

function Line({ item }: { readonly item: RoomEvidence }) {
  const { t } = useTranslation();
  const { value } = useDocument({ documentId: item.notes.documentId, read: readNotes, initial: item.notes.initial });
  return (
    <li className="flex items-baseline justify-between gap-6 border-b border-line pb-1">
      <span><span lang={item.language}>{item.title}</span> <span className="text-quiet">· {t(`evidence.kinds.${item.kind}`)}</span></span>
      <strong className="whitespace-nowrap">{t("stages.reading.notes", { count: value.notes.length })}</strong>
    </li>
  );
}
