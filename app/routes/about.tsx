import type { LoaderFunctionArgs } from "@remix-run/node";
import { useTranslation } from "react-i18next";

import { Part } from "#app/host/long-read.tsx";
import { pageTitle } from "#app/language/page-title.ts";
import { wordFor } from "#app/language/page-title.server.ts";
import { Page } from "#app/ui/page.tsx";

export const meta = pageTitle;

/** GET /about → what Ymholi is. */
export async function loader({ request }: LoaderFunctionArgs) {
  return { title: await wordFor(request, "host.about.title") };
}

export default function About() {
  const { t } = useTranslation();
  return (
    <Page title={t("host.about.title")}>
      <p className="lead">{t("host.about.lead")}</p>
      <Part title={t("host.about.whyTitle")}>{t("host.about.why")}</Part>
      <Part title={t("host.about.howTitle")}>{t("host.about.how")}</Part>
      <Part title={t("host.about.notTitle")}>{t("host.about.not")}</Part>
      <Part title={t("host.about.openTitle")}>{t("host.about.open")}</Part>
    </Page>
  );
}
