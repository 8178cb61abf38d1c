import { useTranslation } from "react-i18next";

/** Nothing of anybody's: only that it is silent. */
export function Projector() {
  const { t } = useTranslation();
  return <p className="text-5xl font-bold">{t("thinking.silent")}</p>;
}
