import { ListOnTheWall } from "../list-on-the-wall.tsx";
import type { StageProps } from "../views.tsx";

export function PrinciplesProjector({ room }: StageProps) {
  return room.principles ? <ListOnTheWall list={room.principles} /> : null;
}
