import { useEffect, useId, useRef, useState, type ReactNode } from "react";

/** A card that a feature puts on the desk. The floor above says which there are (app/stages/desk-cards.tsx). */
export interface DeskCard {
  readonly key: string;
  readonly title: string;
  /** Lies open where it is needed now; anywhere else it is folded, one press away. */
  readonly isNeeded: boolean;
  readonly body: ReactNode;
}

/**
 * Folded or open, a body that was once looked at stays as it is: half a sentence in it outlives a change of stage.
 * One that was not is taken out when scripts run, since some hold a line for each of five hundred people.
 */
export function Card({ card: { title, isNeeded, body } }: { readonly card: DeskCard }) {
  const id = useId();
  const details = useRef<HTMLDetailsElement>(null);
  const [isDrawn, setDrawn] = useState(true);
  // Somebody may have unfolded it before the scripts ran, which only the browser knows.
  useEffect(() => setDrawn(details.current?.open ?? true), []);
  return (
    <section aria-labelledby={id}>
      <details ref={details} className="card desk-card" open={isNeeded} onToggle={({ currentTarget: { open } }) => open && setDrawn(true)}>
        <summary><h2 id={id} className="inline text-xl">{title}</h2></summary>
        <div className="stack-tight mt-3">{isDrawn || isNeeded ? body : null}</div>
      </details>
    </section>
  );
}
