import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

interface TurnToProps {
  readonly name: string;
  /** As it is shown here: to tap on a page, to read on the wall. */
  readonly phone: ReactNode;
}

/** Somebody to talk to, by name and telephone; the facilitator when nobody is named. */
export function TurnTo({ name, phone }: TurnToProps) {
  const { t } = useTranslation();
  if (!name && !phone) return <>{t("support.nobodyNamed")}</>;
  return <>{t("support.turnTo")} <strong translate="no">{name}</strong>{name && phone ? ", " : ""}<span className="whitespace-nowrap">{phone}</span></>;
}
