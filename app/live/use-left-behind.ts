import { useEffect, useState } from "react";

import { useLiveSession } from "./live-session.tsx";

/** Milliseconds between two looks at what still waits. */
const LOOK_EVERY = 700;

/**
 * How many changes of this person, by whichever page of this browser, are not on the host's disk yet: what earlier
 * pages left behind for these documents is brought in and sent. Null while nothing is known.
 */
export function useLeftBehind(documentIds: readonly string[]): number | null {
  const { documents } = useLiveSession();
  const [left, setLeft] = useState<number | null>(null);
  // An effect because the browser's store and the line to the host are outside of React.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const look = async () => {
      const found = await documents.leftIn(documentIds);
      if (isOver) return;
      setLeft(found);
      timer = setTimeout(() => void look(), LOOK_EVERY);
    };
    void look();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [documents, documentIds]);
  return left;
}
