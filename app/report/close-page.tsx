import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { Bilingual } from "#app/language/bilingual.ts";
import { Translated } from "#app/language/translated.tsx";
import type { WordKey } from "#app/language/words.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";

interface ClosePageProps {
  readonly sessionId: string;
  readonly title: Bilingual;
  /** Why it cannot be closed now; null when it can. */
  readonly problem: WordKey | null;
}

/** Asks before a session is closed for good, and says what closing does. */
export function ClosePage({ sessionId, title, problem }: ClosePageProps) {
  const { t } = useTranslation();
  return (
    <Page title={t("report.close.title")} over={<Translated words={title} />}>
      {problem ? <Notice tone="problem" announce><h2>{t("common.problem.title")}</h2><p>{t(problem)}</p></Notice> : null}
      <div className="stack">
        <p className="lead">{t("report.close.lead")}</p>
        <p>{t("report.close.what")}</p>
        <ul className="words-list stack-tight">
          {(["sealed", "door", "report", "rights"] as const).map((point) => <li key={point}>{t(`report.close.${point}`)}</li>)}
        </ul>
      </div>
      <Form method="post" className="row">
        {problem ? null : <Button look="danger">{t("report.close.act")}</Button>}
        <Link to={`/sessions/${sessionId}/desk`}>{t("report.close.back")}</Link>
      </Form>
    </Page>
  );
}
