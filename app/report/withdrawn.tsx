import { useTranslation } from "react-i18next";

import { Notice } from "#app/ui/notice.tsx";

import { WITHDRAWN } from "./withdraw.ts";

/** Says on which days words were taken out since the session closed; nothing when none were. */
export function Withdrawn({ days }: { readonly days: readonly string[] }) {
  const { t } = useTranslation();
  if (days.length === 0) return null;
  return <Notice><p>{t("report.withdrawn", { days: days.join(", "), sign: WITHDRAWN })}</p></Notice>;
}
