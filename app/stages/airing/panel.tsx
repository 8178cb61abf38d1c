import { useTranslation } from "react-i18next";

import { AiringTable } from "#app/questions/airing-table.tsx";
import type { Questions } from "#app/questions/questions.doc.ts";

import type { Drafted, Room } from "#app/stages/room.ts";
import type { StageProps } from "#app/stages/stage-props.ts";
import { useAskingProps } from "#app/stages/use-asking-props.ts";
import { useBoard } from "#app/stages/use-board.ts";

export function Panel({ room }: StageProps) {
  const { t } = useTranslation();
  return room.questions ? <Airing room={room} document={room.questions} /> : <p>{t("questions.make.notYet")}</p>;
}

function Airing({ room, document }: { readonly room: Room; readonly document: Drafted<Questions> }) {
  const { choosing: { aired } } = useBoard();
  const { asking } = useAskingProps(room, document);
  return <AiringTable {...asking} airedId={aired} />;
}
