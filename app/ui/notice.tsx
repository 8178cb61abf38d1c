import type { ReactNode } from "react";

interface NoticeProps {
  readonly tone?: "plain" | "warn" | "problem";
  /** True when it appears while the page is open, so that screen readers say it. */
  readonly announce?: boolean;
  readonly children: ReactNode;
}

export function Notice({ tone = "plain", announce, children }: NoticeProps) {
  return (
    <div className="notice stack-tight" data-tone={tone} role={announce ? "status" : undefined}>
      {children}
    </div>
  );
}
