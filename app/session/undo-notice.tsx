import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import { inLanguage } from "#app/language/bilingual.ts";
import { useLanguage } from "#app/language/use-language.ts";

import { Act } from "./act.tsx";
import { shownTime } from "./clock.ts";
import { canUndo, UNDO_MS, type Before } from "./machine.ts";
import type { PreparedStage } from "./preparing.ts";

interface UndoProps {
  readonly before: Before | null;
  readonly stages: readonly PreparedStage[];
  readonly serverNow: () => number;
}

/** Takes the last change of stage back, with what was left on its clock; goes away by itself when it is too late. */
export function UndoNotice({ before, stages, serverNow }: UndoProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const isLate = useIsLate(before, serverNow);
  const stage = stages.find(({ id }) => id === before?.stageId);
  if (!before || !stage || isLate) return null;
  const name = inLanguage(stage.name, language).text;
  return <Act intent="undo" shortcut="undo">{t("desk.undo", { name, left: shownTime(before.leftMs) })}</Act>;
}

function useIsLate(before: Before | null, serverNow: () => number): boolean {
  const at = before?.at ?? 0;
  const [lateFor, setLateFor] = useState(0);
  // A timer is the world outside of React.
  useEffect(() => {
    const timer = setTimeout(() => setLateFor(at), Math.max(0, at + UNDO_MS - serverNow()));
    return () => clearTimeout(timer);
  }, [at, serverNow]);
  return lateFor === at || !before || !canUndo(before, serverNow());
}
