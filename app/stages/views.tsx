/** The views of each activity: what participants work in, and what the room sees on the wall. */
import type { ComponentType } from "react";

import type { StageNotice } from "./board.ts";
import { PrioritiesPanel } from "./priorities/panel.tsx";
import { PrioritiesProjector } from "./priorities/projector.tsx";
import { PrinciplesPanel } from "./principles/panel.tsx";
import { PrinciplesProjector } from "./principles/projector.tsx";
import { PromptPanel } from "./prompt/panel.tsx";
import { PromptProjector } from "./prompt/projector.tsx";
import { RankingPanel } from "./ranking/panel.tsx";
import { RankingProjector } from "./ranking/projector.tsx";
import { ReadingPanel } from "./reading/panel.tsx";
import { ReadingProjector } from "./reading/projector.tsx";
import type { Room } from "./room.ts";

export interface StageProps {
  readonly room: Room;
  readonly stage: StageNotice;
}

interface StageViews {
  readonly Panel: ComponentType<StageProps>;
  /** No controls, nothing to scroll at 1280×720. */
  readonly Projector: ComponentType<StageProps>;
}

const prompt: StageViews = { Panel: PromptPanel, Projector: PromptProjector };

const views: Readonly<Record<string, StageViews>> = {
  prompt,
  reading: { Panel: ReadingPanel, Projector: ReadingProjector },
  principles: { Panel: PrinciplesPanel, Projector: PrinciplesProjector },
  priorities: { Panel: PrioritiesPanel, Projector: PrioritiesProjector },
  ranking: { Panel: RankingPanel, Projector: RankingProjector },
};

/** An activity this version does not know runs as a plain prompt. */
export function viewOf(activity: string): StageViews {
  return views[activity] ?? prompt;
}
