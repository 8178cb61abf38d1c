/** Which stage a page shows: everybody follows the facilitator, may look back, and is never pulled away from a sentence. */
export interface Following {
  /** The stage whose panel is shown; null before the first. */
  readonly shownId: string | null;
  /** The group is elsewhere because this person was writing when it moved on. */
  readonly movedOn: boolean;
  /** This person chose to look at another stage than the group's. */
  readonly looking: "now" | "back" | "ahead";
}

interface Situation {
  /** Stage ids in order. */
  readonly stages: readonly string[];
  /** Where the group is. */
  readonly nowId: string | null;
  /** A stage asked for in the address; null to follow. */
  readonly askedId: string | null;
  /** The stage in which this person has unsent words; null when they have none. */
  readonly writingId: string | null;
}

export function followingOf({ stages, nowId, askedId, writingId }: Situation): Following {
  if (askedId !== null && askedId !== nowId && stages.includes(askedId)) {
    const looking = nowId !== null && stages.indexOf(askedId) < stages.indexOf(nowId) ? "back" : "ahead";
    return { shownId: askedId, movedOn: false, looking };
  }
  const held = writingId !== null && writingId !== nowId && stages.includes(writingId);
  return { shownId: held ? writingId : nowId, movedOn: held, looking: "now" };
}
