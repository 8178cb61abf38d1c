import { useEffect, useState, type ReactNode } from "react";

import { Sentence } from "./said-on-the-wall.tsx";

/** Milliseconds that each part stands when they do not all fit: time for a room to read it twice. */
const TURN_MS = 20_000;

interface InTurn<Part> {
  /** On the wall at this moment; undefined when there is nothing. */
  readonly now: Part | undefined;
  /** "2/3"; empty when there is one part only. */
  readonly place: string;
  /** Keeps it from changing, for whoever needs longer; nothing when there is one part only. Stands inside something of the class `projector-in-turn`. */
  readonly hold: ReactNode;
}

/** For a wall, which does not scroll: one part after another, from the first again after the last. */
export function useInTurn<Part>(parts: readonly Part[]): InTurn<Part> {
  const [turn, setTurn] = useState(0);
  const [isHeld, setHeld] = useState(false);
  const isTurning = parts.length > 1;
  // An effect because time goes by outside React.
  useEffect(() => {
    if (!isTurning || isHeld) return undefined;
    const timer = setInterval(() => setTurn((shown) => shown + 1), TURN_MS);
    return () => clearInterval(timer);
  }, [isTurning, isHeld]);
  const at = turn % parts.length;
  return { now: parts[at], place: isTurning ? `${at + 1}/${parts.length}` : "", hold: isTurning ? <Hold isHeld={isHeld} onPress={() => setHeld(!isHeld)} /> : null };
}

/** Seen, as the choice of languages is, by whoever points at the part or comes to it with Tab. */
function Hold({ isHeld, onPress }: { readonly isHeld: boolean; readonly onPress: () => void }) {
  return (
    <p className="projector-hold">
      <button type="button" className="button" data-look="quiet" onClick={onPress}><Sentence say={(t) => t(isHeld ? "stages.projector.inTurn.goOn" : "stages.projector.inTurn.hold")} /></button>
    </p>
  );
}
