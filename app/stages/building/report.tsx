import { SaidAtStage } from "#app/stages/said-at-stage.tsx";
import type { StageReportProps } from "#app/stages/stage-report.ts";

/** The dialogue: what people built, asked and challenged. */
export function Report(props: StageReportProps) {
  return <SaidAtStage {...props} />;
}
