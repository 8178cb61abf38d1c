import { useTranslation } from "react-i18next";

/** Over every page of a rehearsal, so that nobody takes it for the real thing. */
export function RehearsalBand() {
  const { t } = useTranslation();
  return <p className="rehearsal-band">{t("stages.room.rehearsal")}</p>;
}
