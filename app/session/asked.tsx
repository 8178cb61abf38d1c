import type { ReactNode } from "react";

interface AskedProps {
  /** What would be done. */
  readonly ask: string;
  /** The same with whom it is about, for those who hear it out of its place. */
  readonly label?: string;
  /** "button": the thing to do next, so it looks like one. */
  readonly look?: "button";
  /** What comes of it, and the button that does it. */
  readonly children: ReactNode;
}

/** Asks once more, in place, before what cannot be taken back: unfolding and pressing are two steps, the same with and without a script, and Tab finds the second next. */
export function Asked({ ask, label, look, children }: AskedProps) {
  return (
    <details>
      <summary aria-label={label} className={look} data-look={look && "quiet"}>{ask}</summary>
      <div className="stack-tight py-2">{children}</div>
    </details>
  );
}
