import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";

import { threadsAt, threadsOf } from "#app/talk/contributions.ts";
import { standingOf } from "#app/talk/floor.ts";
import { FloorLine, FloorView } from "#app/talk/floor-view.tsx";
import { MoveNotice } from "#app/talk/move-notice.tsx";
import { SayForm } from "#app/talk/say-form.tsx";
import type { TalkSetting } from "#app/talk/setting.ts";
import { SignalButtons, SignalsUp } from "#app/talk/signal-buttons.tsx";
import { ThreadList } from "#app/talk/thread-list.tsx";
import { useStillTalk, useTalk } from "#app/talk/use-talk.ts";

import type { Drafted, Room } from "./room.ts";
import type { StageProps } from "./stage-props.ts";
import { isTalkStage } from "./talk-stages.ts";
import { useBoard } from "./use-board.ts";
import { useTalkSetting } from "./use-talk-setting.ts";

/** Beside every stage: the facilitator's move, what the room asks for, whose turn it is; and, folded, what one can do. */
export function TalkTools({ room, stage }: StageProps) {
  const { t } = useTranslation();
  const { talk: { signals, move }, state } = useBoard();
  // Once open it is followed until the page goes: what somebody began to write must not go with a fold.
  const [wasOpen, setWasOpen] = useState(false);
  if (!room.talk || state !== "open") return null;
  const isTalk = isTalkStage(stage.activity);
  return (
    <div className="stack-tight">
      <MoveNotice move={move} />
      <p role="status" className="row"><SignalsUp counts={signals} /></p>
      {isTalk ? null : <FloorNews room={room} />}
      <details className="card py-2" onToggle={({ currentTarget }) => currentTarget.open && setWasOpen(true)}>
        <summary className="font-bold">{isTalk ? t("talk.signals.title") : <>{t("talk.tools.title")} <span className="aside font-normal">{t("talk.tools.open")}</span></>}</summary>
        <div className="stack py-3">
          {isTalk ? null : <Floor room={room} />}
          <section className="stack-tight">
            {isTalk ? null : <h2 className="text-xl">{t("talk.signals.title")}</h2>}
            <SignalButtons address={`/s/${room.sessionId}/talk`} counts={signals} own={room.signals} />
          </section>
          {isTalk ? null : wasOpen ? <LiveSaying room={room} talk={room.talk} stageId={stage.id} /> : <StillSaying room={room} talk={room.talk} stageId={stage.id} />}
        </div>
      </details>
    </div>
  );
}

/** Heard and seen while the tools are folded: who has the floor, and when one's own turn comes. Nothing while nobody has it. */
function FloorNews({ room }: { readonly room: Room }) {
  const { talk: { floor } } = useBoard();
  const setting = useTalkSetting(room);
  const isQuiet = floor.speaking === null && !floor.around && standingOf(floor, room.me.id).is === "none";
  return <div role="status">{isQuiet ? null : <FloorLine floor={floor} setting={setting} />}</div>;
}

function Floor({ room }: { readonly room: Room }) {
  const { t } = useTranslation();
  const { talk: { floor } } = useBoard();
  const setting = useTalkSetting(room);
  return (
    <section className="stack-tight">
      <h2 className="text-xl">{t("talk.floor.title")}</h2>
      <FloorView floor={floor} setting={setting} />
    </section>
  );
}

interface SayingProps {
  readonly room: Room;
  readonly talk: Drafted<Parameters<typeof useTalk>[0]["initial"]>;
  readonly stageId: string;
}

/** Followed only while somebody looks: a line for each phone all through a session would cost the host too much. */
function LiveSaying({ room, talk, stageId }: SayingProps) {
  const { talk: { floor } } = useBoard();
  const view = useTalk(talk, { me: room.me.id, scribes: floor.wroteForOthers });
  return <Saying room={room} view={view} stageId={stageId} />;
}

function StillSaying({ room, talk, stageId }: SayingProps) {
  const { talk: { floor } } = useBoard();
  const view = useStillTalk(talk, floor.wroteForOthers);
  return <Saying room={room} view={view} stageId={stageId} />;
}

function Saying({ room, view: { contributions, act }, stageId }: { readonly room: Room; readonly view: ReturnType<typeof useTalk>; readonly stageId: string }) {
  const { t } = useTranslation();
  const most = useTalkSetting(room);
  const setting: TalkSetting = useMemo(() => ({ ...most, act }), [most, act]);
  const here = threadsAt(threadsOf(contributions), new Set([stageId]));
  return (
    <>
      <section className="stack-tight">
        <h2 className="text-xl">{t("talk.say.title")}</h2>
        <SayForm setting={setting} stageId={stageId} answers={null} label={t("talk.say.title")} />
      </section>
      {here.length > 0 ? (
        <section className="stack-tight">
          <h2 className="text-xl">{t("talk.said.here")}</h2>
          <ThreadList threads={here} setting={setting} stageId={stageId} />
        </section>
      ) : null}
    </>
  );
}
