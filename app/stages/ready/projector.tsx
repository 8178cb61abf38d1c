import { RulesOnTheWall } from "#app/stages/rules-on-the-wall.tsx";
import type { StageProps } from "#app/stages/stage-props.ts";

export function Projector({ room }: StageProps) {
  return room.rules ? <RulesOnTheWall rules={room.rules} /> : null;
}
