import type { ReactNode } from "react";

/** One part of a page of plain words: a heading, then paragraphs or a list. */
export function Part({ title, children, points }: { readonly title: string; readonly children?: ReactNode; readonly points?: readonly string[] }) {
  return (
    <section className="stack-tight">
      <h2>{title}</h2>
      {children ? <p>{children}</p> : null}
      {points ? <ul className="words-list stack-tight">{points.map((point) => <li key={point}>{point}</li>)}</ul> : null}
    </section>
  );
}
