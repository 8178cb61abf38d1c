import { useTranslation } from "react-i18next";

import type { DeskCard } from "#app/session/desk-card.tsx";

import { AiringCard } from "./airing-card.tsx";
import type { AskingOnDesk } from "./asking-on-desk.ts";
import { ChoosingCard } from "./choosing-card.tsx";
import { GroupsCard } from "./groups-card.tsx";
import { useBoard } from "./use-board.ts";

/** Small groups, airing and choosing at the desk. */
export function useQuestionCards({ questions, groups, minimum }: AskingOnDesk): DeskCard[] {
  const { t } = useTranslation();
  const { stages, stageId, choosing, groups: { working } } = useBoard();
  const activity = stages.find(({ id }) => id === stageId)?.activity ?? "";
  if (!questions) return [];
  return [
    { key: "groups", title: t("groups.desk.title"), isNeeded: activity === "questions" || activity === "building" || working.length > 0, body: <GroupsCard groups={groups} /> },
    { key: "airing", title: t("choosing.desk.airing"), isNeeded: activity === "airing", body: <AiringCard document={questions} /> },
    { key: "choosing", title: t("choosing.desk.title"), isNeeded: activity === "choosing" || choosing.round?.state === "open", body: <ChoosingCard document={questions} minimum={minimum} /> },
  ];
}
