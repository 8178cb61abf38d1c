import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { Button } from "#app/ui/button.tsx";

/** Over each page of a facilitator: where their things are, and the way out. */
export function AccountBar() {
  const { t } = useTranslation();
  return (
    <nav aria-label={t("host.bar.label")} className="row mx-auto w-full max-w-6xl px-4 pt-4 sm:px-6 no-print">
      <Link to="/enquiries">{t("host.bar.enquiries")}</Link>
      <Link to="/account">{t("host.bar.account")}</Link>
      <Form method="post" action="/sign-out" reloadDocument>
        <Button look="link">{t("host.bar.signOut")}</Button>
      </Form>
    </nav>
  );
}
