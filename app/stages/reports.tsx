/** Each activity's part of the report, by the folder it stands in; an activity that leaves nothing for the report has none. */
import type { ComponentType } from "react";

import type { StageReportProps } from "./stage-report.ts";

const reports = import.meta.glob<ComponentType<StageReportProps>>("./*/report.tsx", { eager: true, import: "Report" });

export function reportOf(activity: string): ComponentType<StageReportProps> | undefined {
  return reports[`./${activity}/report.tsx`];
}
