/** The stages that are talk, in the order of the method: their panels hold what stands folded beside the others. */
export const talkStages = ["firstWords", "building", "lastWords"] as const;
export type TalkStage = (typeof talkStages)[number];

export function isTalkStage(activity: string): activity is TalkStage {
  return (talkStages as readonly string[]).includes(activity);
}
