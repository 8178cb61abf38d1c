import { useTranslation } from "react-i18next";

import { useKeeping } from "#app/live/live-session.tsx";

/** Whether this person's words are on the host's disk, always in sight, in words; said politely when it changes. */
export function Keeping() {
  const { t } = useTranslation();
  const { state, waiting } = useKeeping();
  const words = state === "waiting" ? t("live.keeping.waiting", { count: waiting }) : t(`live.keeping.${state}`);
  return (
    <p role="status" aria-label={t("live.keeping.label")} data-keeping={state} className="no-print sticky bottom-0 z-10 aside">
      {words}
    </p>
  );
}
