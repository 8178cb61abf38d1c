import type { SubmissionResult } from "@conform-to/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { Page } from "#app/ui/page.tsx";

/** What a screen's action answered when it did not go on. */
export interface Refused {
  readonly form: SubmissionResult<string[]>;
  /** Seconds to wait after too many wrong codes. */
  readonly waitS?: number;
}

interface QuestionProps {
  readonly title: ReactNode;
  /** 1 … 5; left out on the screens beside the five questions. */
  readonly number?: number;
  /** Address of the question before. */
  readonly back?: string;
  readonly children: ReactNode;
}

/** One question a screen, as GOV.UK asks them. */
export function Question({ title, number, back, children }: QuestionProps) {
  const { t } = useTranslation();
  return (
    <Page over={number ? `${t("join.over")} · ${t("join.step", { number })}` : t("join.over")} title={title}>
      {children}
      {back ? <p><a href={back}>{t("common.back")}</a></p> : null}
    </Page>
  );
}
