import { ListOnTheWall } from "../list-on-the-wall.tsx";
import type { StageProps } from "../views.tsx";

export function PrioritiesProjector({ room }: StageProps) {
  return room.priorities ? <ListOnTheWall list={room.priorities} /> : null;
}
