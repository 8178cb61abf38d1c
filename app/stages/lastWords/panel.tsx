import type { StageProps } from "#app/stages/stage-props.ts";
import { TalkPanel } from "#app/stages/talk-panel.tsx";

export function Panel(props: StageProps) {
  return <TalkPanel {...props} kind="lastWords" />;
}
