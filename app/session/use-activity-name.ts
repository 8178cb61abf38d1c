import { useTranslation } from "react-i18next";

import { useLanguage } from "#app/language/use-language.ts";

import type { ActivityChoice } from "./preparing.ts";

/** What an activity is called in the page's language; one of a later version is called what it runs as. */
export function useActivityName(activities: readonly ActivityChoice[]): (key: string) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  return (key) => activities.find((activity) => activity.key === key)?.name[language] ?? t("session.stage.laterActivity");
}
