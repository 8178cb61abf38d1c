import { useDocument } from "#app/live/use-document.ts";
import { contributionsOf } from "#app/talk/contributions.ts";
import { speakerOf } from "#app/talk/floor.ts";
import { signalKinds } from "#app/talk/signals.ts";
import { readTalk, type Talk } from "#app/talk/talk.doc.ts";

import { GroupsOnTheWall } from "./beside.tsx";
import { QuestionOnTheWall } from "./chosen-on-the-wall.tsx";
import type { Drafted } from "./room.ts";
import { Sentence } from "./said-on-the-wall.tsx";
import type { StageProps } from "./stage-props.ts";
import { useBoard } from "./use-board.ts";
import { usePerson } from "./use-person.ts";

/**
 * The question, who speaks, and the latest words, unsigned: what was written is read in the room, not who wrote it.
 * While small groups are at work: who sits with whom.
 */
export function TalkWall({ room, stage }: StageProps) {
  if (room.groups.length > 0) return <GroupsOnTheWall groups={room.groups} />;
  return (
    <div className="stack-tight">
      <QuestionOnTheWall room={room} />
      <Speaker />
      {room.talk ? <Latest talk={room.talk} stageId={stage.id} /> : null}
    </div>
  );
}

function Speaker() {
  const { talk: { floor } } = useBoard();
  const personOf = usePerson();
  const speaker = speakerOf(floor);
  return (
    <p>
      {speaker ? <strong><Sentence say={(t) => t(floor.around?.length ? "talk.floor.turn" : "talk.floor.speaking", { name: personOf(speaker).name })} /></strong> : null}
      {floor.hands.length > 0 ? <span className="text-quiet"> <Sentence say={(t) => t("talk.floor.hands", { count: floor.hands.length })} /></span> : null}
    </p>
  );
}

function Latest({ talk, stageId }: { readonly talk: Drafted<Talk>; readonly stageId: string }) {
  const { talk: { floor } } = useBoard();
  const { value } = useDocument({ ...talk, read: readTalk });
  const here = contributionsOf(value, new Set(floor.wroteForOthers)).filter((one) => one.stageId === stageId);
  const latest = here.at(-1);
  if (!latest) return null;
  return (
    <div>
      <p className="text-quiet"><Sentence say={(t) => t("talk.said.count", { count: here.length })} /></p>
      <blockquote lang={latest.lang} className="line-clamp-3">{latest.words}</blockquote>
    </div>
  );
}

/** On every stage's wall: the facilitator's move, large, and what the room asks for, as counts. */
export function TalkStrip() {
  const { talk: { move, signals } } = useBoard();
  return (
    <div className="projector-strip" role="status">
      {move ? <p key={move.at} className="projector-move"><Sentence say={(t) => t(`talk.move.${move.key}`)} /></p> : null}
      <div className="row">
        {signalKinds.filter((kind) => signals[kind] > 0).map((kind) => (
          <p key={kind} className="tag text-2xl font-bold"><Sentence say={(t) => t("talk.signals.on", { signal: t(`talk.signals.${kind}`), count: signals[kind] })} /></p>
        ))}
      </div>
    </div>
  );
}
