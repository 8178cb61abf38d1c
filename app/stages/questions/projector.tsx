import { GroupsOnTheWall } from "#app/stages/beside.tsx";
import { QuestionsOnTheWall } from "#app/stages/questions-on-the-wall.tsx";
import type { StageProps } from "#app/stages/stage-props.ts";

/** While small groups are at work: who is with whom. Otherwise the questions so far. */
export function Projector({ room }: StageProps) {
  if (room.groups.length > 0) return <GroupsOnTheWall groups={room.groups} />;
  return room.questions ? <QuestionsOnTheWall document={room.questions} /> : null;
}
