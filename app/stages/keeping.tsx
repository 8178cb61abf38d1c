import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import { useKeeping } from "#app/live/live-session.tsx";

/**
 * Whether this person's words are on the host's disk, always in sight, in words; said politely when it changes.
 * Nothing is claimed before the page is awake: until then it does not know what is in its boxes.
 */
export function Keeping() {
  const { t } = useTranslation();
  const { state, waiting } = useKeeping();
  const isAwake = useIsAwake();
  const words = state === "waiting" ? t("live.keeping.waiting", { count: waiting }) : t(`live.keeping.${state}`);
  return (
    <p role="status" data-keeping={state} className={state === "kept" ? "aside min-h-7" : "tag font-bold"}>
      {isAwake ? `${t("live.keeping.label")} ${words}` : null}
    </p>
  );
}

/** False on the server and until the browser runs the page. */
function useIsAwake(): boolean {
  const [isAwake, setAwake] = useState(false);
  // An effect because only the browser runs it.
  useEffect(() => setAwake(true), []);
  return isAwake;
}
