import type { LoaderFunctionArgs } from "@remix-run/node";
import { useTranslation } from "react-i18next";

import { Part } from "#app/host/long-read.tsx";
import { pageTitle } from "#app/language/page-title.ts";
import { wordFor } from "#app/language/page-title.server.ts";
import { Page } from "#app/ui/page.tsx";

export const meta = pageTitle;

/** GET /accessibility → the accessibility statement. */
export async function loader({ request }: LoaderFunctionArgs) {
  return { title: await wordFor(request, "host.accessibility.title") };
}

export default function Accessibility() {
  const { t } = useTranslation();
  const can = [t("host.accessibility.can.keyboard"), t("host.accessibility.can.zoom"), t("host.accessibility.can.language"), t("host.accessibility.can.time"), t("host.accessibility.can.script")];
  const known = [t("host.accessibility.known.welsh"), t("host.accessibility.known.live"), t("host.accessibility.known.evidence")];
  return (
    <Page title={t("host.accessibility.title")}>
      <p className="lead">{t("host.accessibility.lead")}</p>
      <Part title={t("host.accessibility.canTitle")} points={can} />
      <Part title={t("host.accessibility.standardTitle")}>{t("host.accessibility.standard")}</Part>
      <Part title={t("host.accessibility.knownTitle")} points={known} />
      <Part title={t("host.accessibility.tellTitle")}>{t("host.accessibility.tell")}</Part>
    </Page>
  );
}
