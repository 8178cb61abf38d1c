import { useTranslation } from "react-i18next";

import { ConcernCard } from "#app/safeguarding/concern-card.tsx";
import { isOpenIn, type Worries } from "#app/safeguarding/concern.ts";
import type { DeskCard } from "#app/session/desk-card.tsx";

import type { AskingOnDesk } from "./asking-on-desk.ts";
import { useQuestionCards } from "./question-cards.tsx";
import { RoundCard } from "./round-card.tsx";
import { RulesCard } from "./rules-card.tsx";
import { useTalkCards, type TalkOnDesk } from "./talk-cards.tsx";
import { SpotlightCard } from "./spotlight/desk-card.tsx";
import { useBoard } from "./use-board.ts";

/** Cards that have nothing to do in a session that plans none of these activities. */
const servesOnly: Readonly<Partial<Record<string, readonly string[]>>> = { airing: ["airing"], choosing: ["choosing", "firstWords"], round: ["ranking"] };

/**
 * The cards that neighbours put on the desk, in order of weight while people talk. One entry each; `isNeeded` says
 * at which activities it lies open.
 */
export function useDeskCards({ worries, asking, ...talk }: TalkOnDesk & { readonly worries: Worries; readonly asking: AskingOnDesk }): DeskCard[] {
  const { t } = useTranslation();
  const board = useBoard();
  const activity = board.stages.find(({ id }) => id === board.stageId)?.activity ?? "";
  const at = (...keys: readonly string[]) => keys.includes(activity);
  const cards: DeskCard[] = [
    { key: "worries", title: t("safeguarding.card.title"), isNeeded: isOpenIn(worries.concerns), body: <ConcernCard worries={worries} /> },
    ...useQuestionCards(asking),
    ...useTalkCards(talk),
    { key: "round", title: t("stages.round.title"), isNeeded: at("ranking") || board.round?.state === "open", body: <RoundCard minimum={asking.minimum} /> },
    { key: "rules", title: t("rules.group.title"), isNeeded: at("ready"), body: <RulesCard /> },
    { key: "spotlight", title: t("spotlight.card"), isNeeded: at("reading") || board.spotlight !== null, body: <SpotlightCard /> },
  ];
  const serves = ({ key, isNeeded }: DeskCard) => isNeeded || (servesOnly[key]?.some((one) => board.stages.some((stage) => stage.activity === one)) ?? true);
  return cards.filter(serves);
}
