import { useEffect, useId, useRef, useState, type ReactNode } from "react";

/** A card that a feature puts on the desk. The floor above says which there are (app/stages/desk-cards.tsx). */
export interface DeskCard {
  readonly key: string;
  readonly title: string;
  /** Lies open where it is needed now; anywhere else it is folded, one press away. */
  readonly isNeeded: boolean;
  readonly body: ReactNode;
}

const placeOf = (key: string): string => `card-${key}`;

/** Leads to the card of this key on the same page. */
export const addressOfCard = (key: string): string => `#${placeOf(key)}`;

/**
 * Folded or open, a body that was once looked at stays as it is: half a sentence in it outlives a change of stage.
 * One that was not is taken out when scripts run, since some hold a line for each of five hundred people.
 */
export function Card({ card: { key, title, isNeeded, body }, heading: Heading = "h2" }: { readonly card: DeskCard; readonly heading?: "h2" | "h3" }) {
  const id = useId();
  const details = useRef<HTMLDetailsElement>(null);
  const [isDrawn, setDrawn] = useState(true);
  // Somebody may have unfolded it before the scripts ran, which only the browser knows.
  useEffect(() => setDrawn(details.current?.open ?? true), []);
  return (
    <section id={placeOf(key)} aria-labelledby={id}>
      <details ref={details} className="card desk-card" open={isNeeded} onToggle={({ currentTarget: { open } }) => open && setDrawn(true)}>
        <summary><Heading id={id} className={Heading === "h2" ? "inline text-xl" : "inline text-base"}>{title}</Heading></summary>
        <div className="stack-tight mt-3">{isDrawn || isNeeded ? body : null}</div>
      </details>
    </section>
  );
}
