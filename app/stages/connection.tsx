import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import { useIsLive, useKeeping } from "#app/live/live-session.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { readJson } from "#app/ui/read-json.ts";
import { useReach } from "#app/ui/use-reach.ts";

import { useBoard } from "./use-board.ts";

/** Milliseconds. A break shorter than this is not worth a word: most mend themselves. */
const PATIENCE_MS = 3_000;
/** Milliseconds between two looks whether the host's store answers, while words wait for it. */
const LOOK_EVERY = 5_000;

/** Says when the line to the host is down, or its store is away, and what is safe; and takes it back when that is over. */
export function Connection() {
  const { t } = useTranslation();
  const isDown = useIsDown();
  const isStoreAway = useIsStoreAway();
  const words = isDown ? t("live.connection.lost") : isStoreAway ? t("live.connection.storeAway") : null;
  return <div role="status">{words === null ? null : <Notice tone="warn"><p>{words}</p></Notice>}</div>;
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

/** A room asks the host for little, so it looks by itself when words wait to be kept, and until the store answers again. */
function useIsStoreAway(): boolean {
  const { sessionId } = useBoard();
  const isAway = useReach() === "storeAway";
  const isWaiting = useKeeping().state === "waiting";
  // A timer is the world outside of React.
  useEffect(() => {
    if (!isAway && !isWaiting) return;
    const timer = setInterval(() => void readJson(`/s/${sessionId}/group`), LOOK_EVERY);
    return () => clearInterval(timer);
  }, [isAway, isWaiting, sessionId]);
  return isAway;
}
