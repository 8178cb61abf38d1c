import { ListOnTheWall } from "#app/stages/list-on-the-wall.tsx";
import type { StageProps } from "#app/stages/stage-props.ts";

export function Projector({ room }: StageProps) {
  return room.principles ? <ListOnTheWall list={room.principles} /> : null;
}
