import { useTranslation } from "react-i18next";

import { useKeeping } from "#app/live/live-session.tsx";

/** Whether this person's words are on the host's disk, always in sight, in words; said politely when it changes. */
export function Keeping() {
  const { t } = useTranslation();
  const { state, waiting } = useKeeping();
  const words = state === "waiting" ? t("live.keeping.waiting", { count: waiting }) : t(`live.keeping.${state}`);
  return (
    <p role="status" data-keeping={state} className={state === "kept" ? "aside" : "tag font-bold"}>
      {t("live.keeping.label")} {words}
    </p>
  );
}
