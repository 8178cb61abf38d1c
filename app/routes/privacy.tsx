import type { LoaderFunctionArgs } from "@remix-run/node";
import { useTranslation } from "react-i18next";

import { Part } from "#app/host/long-read.tsx";
import { pageTitle } from "#app/language/page-title.ts";
import { wordFor } from "#app/language/page-title.server.ts";
import { Page } from "#app/ui/page.tsx";

export const meta = pageTitle;

/** GET /privacy → what happens to people's words. */
export async function loader({ request }: LoaderFunctionArgs) {
  return { title: await wordFor(request, "host.privacy.title") };
}

export default function Privacy() {
  const { t } = useTranslation();
  const kept = [t("host.privacy.kept.join"), t("host.privacy.kept.words"), t("host.privacy.kept.facilitators"), t("host.privacy.kept.not")];
  const seen = [t("host.privacy.seen.room"), t("host.privacy.seen.report"), t("host.privacy.seen.vote"), t("host.privacy.seen.alias")];
  const change = [t("host.privacy.change.during"), t("host.privacy.change.after"), t("host.privacy.change.erased"), t("host.privacy.change.gone"), t("host.privacy.change.backups")];
  return (
    <Page title={t("host.privacy.title")}>
      <p className="lead">{t("host.privacy.lead")}</p>
      <Part title={t("host.privacy.whoTitle")}>{t("host.privacy.who")}</Part>
      <Part title={t("host.privacy.keptTitle")} points={kept} />
      <Part title={t("host.privacy.seenTitle")} points={seen} />
      <Part title={t("host.privacy.limitsTitle")}>{t("host.privacy.limits")}</Part>
      <Part title={t("host.privacy.changeTitle")} points={change} />
      <Part title={t("host.privacy.deviceTitle")}>{t("host.privacy.device")}</Part>
    </Page>
  );
}
