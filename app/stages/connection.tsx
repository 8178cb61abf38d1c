import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import { useIsLive } from "#app/live/live-session.tsx";
import { Notice } from "#app/ui/notice.tsx";

/** Milliseconds. A break shorter than this is not worth a word: most mend themselves. */
const PATIENCE_MS = 3_000;

/** Says when the line to the host is down, what is safe, and when it is back. */
export function Connection() {
  const { t } = useTranslation();
  const isDown = useIsDown();
  return <div role="status">{isDown ? <Notice tone="warn"><p>{t("live.connection.lost")}</p></Notice> : null}</div>;
}

function useIsDown(): boolean {
  const isLive = useIsLive();
  const [isDown, setDown] = useState(false);
  // A timer is the world outside of React.
  useEffect(() => {
    if (isLive) return setDown(false);
    const timer = setTimeout(() => setDown(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [isLive]);
  return isDown;
}
