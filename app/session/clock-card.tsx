import { useTranslation } from "react-i18next";

import { Act } from "./act.tsx";
import { ClockFace } from "./clock-face.tsx";
import type { Clock } from "./clock.ts";

export function ClockCard({ clock, serverNow }: { readonly clock: Clock; readonly serverNow: () => number }) {
  const { t } = useTranslation();
  const isRunning = clock.state === "running";
  return (
    <div className="row justify-between">
      <ClockFace clock={clock} serverNow={serverNow} />
      <div className="row">
        {isRunning ? <Act intent="pauseClock" shortcut="clock">{t("session.clock.pause")}</Act> : <Act intent="startClock" shortcut="clock">{t("session.clock.start")}</Act>}
        <Act intent="addMinutes" fields={{ minutes: -5 }} label={t("session.clock.takeFive")}>−5</Act>
        <Act intent="addMinutes" fields={{ minutes: -1 }} label={t("session.clock.takeOne")}>−1</Act>
        <Act intent="addMinutes" fields={{ minutes: 1 }} label={t("session.clock.addOne")} shortcut="minute">+1</Act>
        <Act intent="addMinutes" fields={{ minutes: 5 }} label={t("session.clock.addFive")}>+5</Act>
      </div>
    </div>
  );
}
