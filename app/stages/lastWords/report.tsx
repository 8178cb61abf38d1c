import { SaidAtStage } from "#app/stages/said-at-stage.tsx";
import type { StageReportProps } from "#app/stages/stage-report.ts";

/** What people said last, and would take away. */
export function Report(props: StageReportProps) {
  return <SaidAtStage {...props} />;
}
