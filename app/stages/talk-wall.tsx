import { useTranslation } from "react-i18next";

import { useDocument } from "#app/live/use-document.ts";
import { contributionsOf } from "#app/talk/contributions.ts";
import { speakerOf } from "#app/talk/floor.ts";
import { SignalsUp } from "#app/talk/signal-buttons.tsx";
import { readTalk, type Talk } from "#app/talk/talk.doc.ts";

import { QuestionOnTheWall } from "./question-explored.tsx";
import type { Drafted } from "./room.ts";
import type { StageProps } from "./stage-props.ts";
import { useBoard } from "./use-board.ts";
import { usePerson } from "./use-person.ts";

/** The question, who speaks, and the latest words, unsigned: what was written is read in the room, not who wrote it. */
export function TalkWall({ room, stage }: StageProps) {
  return (
    <div className="stack-tight">
      <QuestionOnTheWall room={room} />
      <Speaker />
      {room.talk ? <Latest talk={room.talk} stageId={stage.id} /> : null}
    </div>
  );
}

function Speaker() {
  const { t } = useTranslation();
  const { talk: { floor } } = useBoard();
  const personOf = usePerson();
  const speaker = speakerOf(floor);
  return (
    <p>
      {speaker ? <strong>{t(floor.around?.length ? "talk.floor.turn" : "talk.floor.speaking", { name: personOf(speaker).name })}</strong> : null}
      {floor.hands.length > 0 ? <span className="text-quiet"> {t("talk.floor.hands", { count: floor.hands.length })}</span> : null}
    </p>
  );
}

function Latest({ talk, stageId }: { readonly talk: Drafted<Talk>; readonly stageId: string }) {
  const { t } = useTranslation();
  const { talk: { floor } } = useBoard();
  const { value } = useDocument({ ...talk, read: readTalk });
  const here = contributionsOf(value, new Set(floor.wroteForOthers)).filter((one) => one.stageId === stageId);
  const latest = here.at(-1);
  if (!latest) return null;
  return (
    <div>
      <p className="text-quiet">{t("talk.said.count", { count: here.length })}</p>
      <blockquote lang={latest.lang} className="line-clamp-3">{latest.words}</blockquote>
    </div>
  );
}

/** On every stage's wall: the facilitator's move, large, and what the room asks for, as counts. */
export function TalkStrip() {
  const { t } = useTranslation();
  const { talk: { move, signals } } = useBoard();
  return (
    <div className="row" role="status">
      {move ? <p key={move.at} className="projector-move">{t(`talk.move.${move.key}`)}</p> : null}
      <SignalsUp counts={signals} className="tag text-3xl font-bold" />
    </div>
  );
}
