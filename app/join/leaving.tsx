import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";

export function LeavePage({ sessionId }: { readonly sessionId: string }) {
  const { t } = useTranslation();
  return (
    <Page title={t("join.leave.title")}>
      <p className="lead">{t("join.leave.body")}</p>
      <Form method="post" reloadDocument className="row">
        <Button>{t("join.leave.button")}</Button>
        <ButtonLink to={`/s/${sessionId}`} look="quiet" reloadDocument>{t("join.leave.stay")}</ButtonLink>
      </Form>
      <p><a href="/privacy">{t("join.leave.erase")}</a></p>
    </Page>
  );
}

export function LeftPage() {
  const { t } = useTranslation();
  return (
    <Page title={t("join.left.title")}>
      <p className="lead">{t("join.left.kept")} {t("join.left.back")}</p>
      <ButtonLink to="/join/return" look="quiet" reloadDocument>{t("join.left.return")}</ButtonLink>
    </Page>
  );
}
