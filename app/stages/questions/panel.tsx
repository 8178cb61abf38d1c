import { useTranslation } from "react-i18next";

import { QuestionsToRead, QuestionTable } from "#app/questions/question-list.tsx";
import type { Questions } from "#app/questions/questions.doc.ts";

import { IdeasGathered } from "#app/stages/ideas-gathered.tsx";
import { GroupLooker, MyGroup } from "#app/stages/my-group.tsx";
import type { Drafted, Room } from "#app/stages/room.ts";
import type { StageProps } from "#app/stages/stage-props.ts";
import { useAskingProps } from "#app/stages/use-asking-props.ts";
import { useGroup } from "#app/stages/use-group.ts";

/** Questions are made in the whole group, or on a small group's own pages while it is at work. */
export function Panel({ room, stage }: StageProps) {
  const { t } = useTranslation();
  const { group, lookAt } = useGroup(room);
  if (!room.questions) return <p>{t("questions.make.notYet")}</p>;
  return (
    <div className="stack">
      {room.me.role === "facilitator" ? <GroupLooker room={room} group={group} lookAt={lookAt} /> : null}
      {group ? <MyGroup group={group} me={room.me} activity={stage.activity} /> : null}
      {room.talk ? <IdeasGathered talk={room.talk} /> : null}
      <Make key={group?.id ?? "room"} room={room} document={group?.questions ?? room.questions} />
      {group ? <Everybody room={room} document={room.questions} /> : null}
    </div>
  );
}

interface Props {
  readonly room: Room;
  readonly document: Drafted<Questions>;
}

function Make({ room, document }: Props) {
  const { asking, refresh } = useAskingProps(room, document);
  return <div onFocusCapture={refresh} onPointerEnter={refresh}><QuestionTable {...asking} /></div>;
}

function Everybody({ room, document }: Props) {
  const { asking } = useAskingProps(room, document);
  return <QuestionsToRead {...asking} />;
}
