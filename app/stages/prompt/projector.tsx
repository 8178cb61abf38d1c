import { GroupsOnTheWall } from "#app/stages/beside.tsx";
import { Wording } from "#app/stages/said-on-the-wall.tsx";
import type { StageProps } from "#app/stages/stage-props.ts";

import { TurnTo } from "./turn-to.tsx";

/** The question, and whom to turn to. While small groups are at work: who sits with whom. */
export function Projector({ room: { groups, question, safeguarding } }: StageProps) {
  if (groups.length > 0) return <GroupsOnTheWall groups={groups} />;
  return (
    <div className="stack text-quiet">
      <p className="projector-large"><Wording words={question} /></p>
      <p><TurnTo {...safeguarding} /></p>
    </div>
  );
}
