/**
 * The views of each activity: what participants work in, and what the room sees on the wall. Each is fetched
 * when its stage comes, so that a phone carries one stage at a time.
 */
import { lazy, type ComponentType } from "react";

import type { StageProps } from "./stage-props.ts";

interface StageViews {
  readonly Panel: ComponentType<StageProps>;
  /** No controls, nothing to scroll at 1280×720. */
  readonly Projector: ComponentType<StageProps>;
}

const prompt: StageViews = {
  Panel: lazy(async () => ({ default: (await import("./prompt/panel.tsx")).PromptPanel })),
  Projector: lazy(async () => ({ default: (await import("./prompt/projector.tsx")).PromptProjector })),
};

const views: Readonly<Record<string, StageViews>> = {
  prompt,
  reading: {
    Panel: lazy(async () => ({ default: (await import("./reading/panel.tsx")).ReadingPanel })),
    Projector: lazy(async () => ({ default: (await import("./reading/projector.tsx")).ReadingProjector })),
  },
  principles: {
    Panel: lazy(async () => ({ default: (await import("./principles/panel.tsx")).PrinciplesPanel })),
    Projector: lazy(async () => ({ default: (await import("./principles/projector.tsx")).PrinciplesProjector })),
  },
  priorities: {
    Panel: lazy(async () => ({ default: (await import("./priorities/panel.tsx")).PrioritiesPanel })),
    Projector: lazy(async () => ({ default: (await import("./priorities/projector.tsx")).PrioritiesProjector })),
  },
  ranking: {
    Panel: lazy(async () => ({ default: (await import("./ranking/panel.tsx")).RankingPanel })),
    Projector: lazy(async () => ({ default: (await import("./ranking/projector.tsx")).RankingProjector })),
  },
};

/** An activity this version does not know runs as a plain prompt. */
export function viewOf(activity: string): StageViews {
  return views[activity] ?? prompt;
}
