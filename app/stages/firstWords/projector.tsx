import type { StageProps } from "#app/stages/stage-props.ts";
import { TalkWall } from "#app/stages/talk-wall.tsx";

export function Projector(props: StageProps) {
  return <TalkWall {...props} />;
}
