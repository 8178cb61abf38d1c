/** What a stage's part of the report (`report.tsx` in its folder) is drawn from. */
import type { Said } from "#app/language/said.ts";
import type { RecordQuestions } from "#app/questions/record.ts";
import type { RecordTalk } from "#app/talk/record.ts";

export interface StageReportProps {
  readonly told: Told;
  /** Index of the stage in its session. */
  readonly stage: number;
  /** False when another stage of the same activity tells what the whole session made. */
  readonly isFirst: boolean;
}

export interface Told {
  readonly rules: { readonly agreed: boolean; readonly items: readonly (Said & { readonly id: string })[] };
  readonly questions: RecordQuestions;
  readonly talk: RecordTalk;
  /** Where a version of evidence stands in the report; undefined when it is not in it. */
  readonly evidence: ReadonlyMap<string, { readonly anchor: string; readonly title: Said }>;
}
