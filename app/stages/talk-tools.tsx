import { useTranslation } from "react-i18next";

import { standingOf } from "#app/talk/floor.ts";
import { FloorLine } from "#app/talk/floor-line.tsx";
import { MoveNotice } from "#app/talk/move-notice.tsx";
import { SignalsUp } from "#app/talk/signals-up.tsx";

import { foldedTalk } from "./beside.tsx";
import { Fold } from "./fold.tsx";
import type { Room } from "./room.ts";
import type { StageProps } from "./stage-props.ts";
import { isTalkStage } from "./talk-stages.ts";
import { useBoard } from "./use-board.ts";
import { usePerson } from "./use-person.ts";

/** Beside every stage: the facilitator's move, what the room asks for, whose turn it is; and, folded, what one can do. */
export function TalkTools({ room, stage }: StageProps) {
  const { t } = useTranslation();
  const { talk: { signals, move }, state } = useBoard();
  if (!room.talk || state !== "open") return null;
  const isTalk = isTalkStage(stage.activity);
  const summary = isTalk ? t("talk.signals.title") : <>{t("talk.tools.title")} <span className="aside font-normal">{t("talk.tools.open")}</span></>;
  return (
    <div className="stack-tight">
      <MoveNotice move={move} />
      <p role="status" className="row"><SignalsUp counts={signals} /></p>
      {isTalk ? null : <FloorNews room={room} />}
      {/* Thinking time is silence: nothing is asked of anybody, and nothing offered. */}
      {stage.activity === "thinking" ? null : <Fold stageId={stage.id} summary={summary} part={foldedTalk} given={{ room, talk: room.talk, stage }} />}
    </div>
  );
}

/** Heard and seen while the tools are folded: who has the floor, and when one's own turn comes. Nothing while nobody has it. */
function FloorNews({ room: { me } }: { readonly room: Room }) {
  const { talk: { floor } } = useBoard();
  const personOf = usePerson();
  const isQuiet = floor.speaking === null && !floor.around && standingOf(floor, me.id).is === "none";
  return <div role="status">{isQuiet ? null : <FloorLine floor={floor} setting={{ me, personOf }} />}</div>;
}
