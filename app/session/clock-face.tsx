import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { shownTime, type Clock } from "./clock.ts";
import { useTimeLeft } from "./use-time-left.ts";

const names = { 5: "five", 2: "two", 1: "one", 0: "zero" } as const;

interface ClockFaceProps {
  readonly clock: Clock;
  /** Server time in milliseconds; the same function from render to render. */
  readonly serverNow: () => number;
  /** Says how the clock stands; in the page's language when left out. */
  readonly tell?: (state: ClockState) => ReactNode;
}

type ClockState = Clock["state"] | "over";

/** The time left. It never cuts anyone off; screen readers hear it at five, two and one minutes and at zero only. */
export function ClockFace({ clock, serverNow, tell }: ClockFaceProps) {
  const { t } = useTranslation();
  const { leftMs, passed } = useTimeLeft(clock, serverNow);
  const state = leftMs <= 0 && clock.state === "running" ? "over" : clock.state;
  return (
    <div className="flex flex-wrap items-baseline gap-x-2" data-clock={state}>
      <span role="timer" aria-label={t("session.clock.label")} className="text-2xl font-bold tabular-nums" suppressHydrationWarning>{shownTime(leftMs)}</span>
      <span className="aside" suppressHydrationWarning>{tell ? tell(state) : t(`session.clock.${state}`)}</span>
      <span role="status" className="visually-hidden">{passed === null ? "" : t(`session.clock.passed.${names[passed]}`)}</span>
    </div>
  );
}
