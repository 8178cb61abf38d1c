/** Each activity's part of the report, by the folder it stands in; an activity that leaves nothing for the report has none. */
import type { ComponentType } from "react";

import { activities } from "./activities.ts";
import type { Activity } from "./activity.ts";
import type { StageReportProps, Told } from "./stage-report.ts";

/** What a `report.tsx` exports. */
interface StageReport {
  readonly Report: ComponentType<StageReportProps>;
  /** Of an activity whose stages make one thing together: whether there is anything of it. Then it is told even where no stage of it was held, or planned. */
  readonly isAny?: (told: Told) => boolean;
}

const reports = import.meta.glob<StageReport>("./*/report.tsx", { eager: true });

export function reportOf(activity: string): StageReport | undefined {
  return reports[`./${activity}/report.tsx`];
}

/** Activities of which there is something to tell and no stage that would. */
export function leftBeside(stages: readonly { readonly activity: string }[], told: Told): readonly Activity[] {
  return activities.filter(({ key }) => reportOf(key)?.isAny?.(told) && !stages.some(({ activity }) => activity === key));
}
