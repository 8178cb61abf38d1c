import type { ReactNode } from "react";

interface PageProps {
  readonly title: ReactNode;
  /** A line over the title: where this page belongs. */
  readonly over?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** One page: its heading, then its parts with space between. */
export function Page({ title, over, wide, children }: PageProps) {
  return (
    <div className={wide ? "page-wide stack-wide" : "page stack-wide"}>
      <div className="stack-tight">
        {over ? <p className="aside">{over}</p> : null}
        <h1>{title}</h1>
      </div>
      {children}
    </div>
  );
}
