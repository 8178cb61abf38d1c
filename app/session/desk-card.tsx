import { useId, type ReactNode } from "react";

/** A card that a feature puts on the desk. The floor above says which there are (app/stages/desk-cards.tsx). */
export interface DeskCard {
  readonly key: string;
  readonly title: string;
  /** Lies open where it is needed now; anywhere else it is folded, one press away. */
  readonly isNeeded: boolean;
  readonly body: ReactNode;
}

/** Folded or open, its body stays as it is: half a sentence in it outlives a change of stage. */
export function Card({ card: { title, isNeeded, body } }: { readonly card: DeskCard }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <details className="card desk-card" open={isNeeded}>
        <summary><h2 id={id} className="inline text-xl">{title}</h2></summary>
        <div className="stack-tight mt-3">{body}</div>
      </details>
    </section>
  );
}
