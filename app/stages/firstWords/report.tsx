import { SaidAtStage } from "#app/stages/said-at-stage.tsx";
import type { StageReportProps } from "#app/stages/stage-report.ts";

/** What the makers of the question, and then the others, said first. */
export function Report(props: StageReportProps) {
  return <SaidAtStage {...props} />;
}
