import { useMemo } from "react";
import { useTranslation } from "react-i18next";

import type { Room } from "#app/stages/room.ts";
import type { StageProps } from "#app/stages/stage-props.ts";
import { isTalkStage } from "#app/stages/talk-stages.ts";
import { useBoard } from "#app/stages/use-board.ts";
import { useTalkSetting } from "#app/stages/use-talk-setting.ts";
import { threadsAt, threadsOf } from "#app/talk/contributions.ts";
import { FloorView } from "#app/talk/floor-view.tsx";
import { SayForm } from "#app/talk/say-form.tsx";
import type { TalkSetting } from "#app/talk/setting.ts";
import { SignalButtons } from "#app/talk/signal-buttons.tsx";
import { ThreadList } from "#app/talk/thread-list.tsx";
import { useTalk } from "#app/talk/use-talk.ts";

interface Props extends StageProps {
  readonly talk: NonNullable<Room["talk"]>;
}

/** What one can do beside every stage: ask for the floor, signal, write. Stages that are talk have all but the signals in their panel. */
export function Folded({ room, talk, stage }: Props) {
  const { t } = useTranslation();
  const { talk: { signalsSince } } = useBoard();
  const isTalk = isTalkStage(stage.activity);
  return (
    <div className="stack py-3">
      {isTalk ? null : <Floor room={room} />}
      <section className="stack-tight">
        {isTalk ? null : <h2 className="text-xl">{t("talk.signals.title")}</h2>}
        <SignalButtons address={`/s/${room.sessionId}/talk`} since={signalsSince} own={room.signals} />
      </section>
      {isTalk ? null : <Saying room={room} talk={talk} stageId={stage.id} />}
    </div>
  );
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

/** Followed from when it was first opened until the page goes: what somebody began to write must not go with a fold. */
function Saying({ room, talk, stageId }: { readonly room: Room; readonly talk: Props["talk"]; readonly stageId: string }) {
  const { t } = useTranslation();
  const { talk: { floor } } = useBoard();
  const most = useTalkSetting(room);
  const { contributions, act } = useTalk(talk, { me: room.me.id, scribes: floor.wroteForOthers });
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
