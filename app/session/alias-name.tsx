import { useTranslation } from "react-i18next";

import type { Alias } from "./alias.ts";

/** "Unpaid carer 2": somebody without a name. */
export function AliasName({ alias }: { readonly alias: Alias | null }) {
  const { t } = useTranslation();
  return <>{alias ? t(`report.alias.${alias.group}`, { number: alias.number }) : t("report.alias.unknown")}</>;
}
