import { Suspense, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";

import type { WorkingGroup } from "#app/groups/groups.ts";
import { begunElsewhere, threadsAt, threadsOf, type Contribution, type Thread } from "#app/talk/contributions.ts";
import { FloorView } from "#app/talk/floor-view.tsx";
import { SayForm } from "#app/talk/say-form.tsx";
import type { TalkSetting } from "#app/talk/setting.ts";
import { ThreadList } from "#app/talk/thread-list.tsx";
import { useTalk } from "#app/talk/use-talk.ts";
import { Button } from "#app/ui/button.tsx";
import { useHydrated } from "#app/ui/use-hydrated.ts";

import { MyGroup } from "./beside.tsx";
import { QuestionExplored } from "./question-explored.tsx";
import type { Drafted, Room } from "./room.ts";
import type { StageProps } from "./stage-props.ts";
import { useBoard } from "./use-board.ts";
import { useGroup } from "./use-group.ts";
import { useTalkSetting } from "./use-talk-setting.ts";
import type { TalkStage } from "./talk-stages.ts";

interface TalkPanelProps extends StageProps {
  readonly kind: TalkStage;
}

/** First words, building, last words: the question, one's small group, whose turn it is, what one wants to say, and what was said. */
export function TalkPanel({ room, stage, kind }: TalkPanelProps) {
  const { t } = useTranslation();
  const { group } = useGroup(room);
  if (!room.talk) return <p>{t("stages.drafting.notYet")}</p>;
  return (
    <div className="stack">
      <QuestionExplored room={room} />
      <div role="status">{group ? <Suspense fallback={null}><MyGroup group={group} me={room.me} activity={kind} /></Suspense> : null}</div>
      <Talk room={room} talk={room.talk} group={group} stageId={stage.id} kind={kind} />
    </div>
  );
}

interface TalkProps {
  readonly room: Room;
  readonly talk: Drafted<Parameters<typeof useTalk>[0]["initial"]>;
  /** The small group this person sits with, if any. */
  readonly group: WorkingGroup | null;
  readonly stageId: string;
  readonly kind: TalkStage;
}

function Talk({ room, talk, group, stageId, kind }: TalkProps) {
  const { t } = useTranslation();
  const { talk: { floor } } = useBoard();
  const { contributions, setting } = useWholeSetting(room, talk);
  return (
    <>
      <section className="card stack-tight" aria-labelledby="floor-title">
        <h2 id="floor-title" className="text-xl">{t("talk.floor.title")}</h2>
        <FloorView floor={floor} setting={setting} />
      </section>
      {setting.mayWrite ? (
        <section className="card stack-tight" aria-labelledby="say-title">
          <h2 id="say-title" className="text-xl">{t(`talk.say.${kind}`)}</h2>
          <SayForm setting={setting} stageId={stageId} answers={null} label={t(`talk.say.${kind}`)} />
        </section>
      ) : null}
      <Said contributions={contributions} group={group} setting={setting} stageId={stageId} />
    </>
  );
}

interface SaidProps extends Pick<TalkProps, "group" | "stageId"> {
  readonly contributions: readonly Contribution[];
  readonly setting: TalkSetting;
}

/** What was said at this stage; what was said before lies folded below, still open to answers. */
function Said({ contributions, group, setting, stageId }: SaidProps) {
  const { t } = useTranslation();
  const { stages } = useBoard();
  const threads = threadsOf(contributions);
  const here = threadsAt(threads, new Set([stageId]));
  const earlier = new Set(stages.slice(0, stages.findIndex(({ id }) => id === stageId)).map(({ id }) => id));
  const before = threadsAt(threads, earlier).filter((thread) => !here.includes(thread));
  return (
    <>
      <SaidHere threads={here} group={group} setting={setting} stageId={stageId} />
      {before.length > 0 ? (
        <details>
          <summary className="font-bold">{t("talk.said.before")} ({before.length})</summary>
          <div className="pt-3"><ThreadList threads={before} setting={setting} stageId={stageId} /></div>
        </details>
      ) : null}
    </>
  );
}

/** Whoever sits in a small group reads its own words; the others' are a tap away, and everybody's again when the groups come back. */
function SaidHere({ threads, group, setting, stageId }: Omit<SaidProps, "contributions"> & { readonly threads: readonly Thread[] }) {
  const { t } = useTranslation();
  const isAwake = useHydrated();
  const [showsAll, setShowsAll] = useState(false);
  const others = useMemo(() => (group ? begunElsewhere(threads, group.memberIds).map(({ id }) => id) : []), [threads, group]);
  return (
    <section className="stack-tight" aria-labelledby="said-title">
      <h2 id="said-title" className="text-xl">{t(group ? "talk.said.group" : "talk.said.here")}</h2>
      <ThreadList threads={threads} folded={isAwake && !showsAll ? others : []} setting={setting} stageId={stageId} />
      {isAwake && others.length > 0 ? <Button type="button" look="quiet" aria-expanded={showsAll} onClick={() => setShowsAll(!showsAll)}>{t("talk.said.groups")} ({others.length})</Button> : null}
    </section>
  );
}

/** The setting with what can be done here and now. */
function useWholeSetting(room: Room, talk: TalkProps["talk"]): { readonly contributions: readonly Contribution[]; readonly setting: TalkSetting } {
  const { talk: { floor } } = useBoard();
  const most = useTalkSetting(room);
  const { contributions, act } = useTalk(talk, { me: room.me.id, scribes: floor.wroteForOthers });
  const setting = useMemo(() => ({ ...most, act }), [most, act]);
  return { contributions, setting };
}
