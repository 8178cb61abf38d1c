import { useTranslation } from "react-i18next";

import type { WordKey } from "#app/language/words.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";

/** What could not be done, on a page of its own for browsers without JavaScript, and the way back. */
export function RefusedAct({ problem, back }: { readonly problem: WordKey | undefined; readonly back: string }) {
  const { t } = useTranslation();
  return (
    <Page title={t("common.problem.title")}>
      {problem ? <Notice tone="problem"><p>{t(problem)}</p></Notice> : null}
      <ButtonLink to={back} reloadDocument>{t("common.back")}</ButtonLink>
    </Page>
  );
}
