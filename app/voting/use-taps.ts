import { useEffect, useRef, useState, type RefObject } from "react";

import { nearestOrder, placesIn, type AskedRound, type Ranking } from "./round.ts";

interface Taps {
  readonly form: RefObject<HTMLFormElement>;
  /** The order chosen in the menus so far, once the page can be tapped; null while it is plain HTML. */
  readonly begun: Ranking | null;
}

/** Turns a ballot of menus into one of taps when JavaScript is there, and takes over what was chosen until then. */
export function useTaps({ candidates, choose }: AskedRound): Taps {
  const form = useRef<HTMLFormElement>(null);
  const [begun, setBegun] = useState<Ranking | null>(null);
  // An effect because the server cannot know whether there will be JavaScript, nor what was chosen before it came.
  useEffect(() => {
    // Whoever is in the middle of a menu keeps it: nothing may move under their hands.
    if (!form.current || form.current.contains(document.activeElement)) return;
    const rules = { candidates: candidates.map(({ id }) => id), choose };
    setBegun((already) => already ?? (form.current ? nearestOrder(placesIn(new FormData(form.current), rules), rules) : null));
  }, [candidates, choose]);
  return { form, begun };
}
