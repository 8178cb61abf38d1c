import { useTranslation } from "react-i18next";

import type { DeskCard } from "#app/session/desk-card.tsx";
import { BalanceCard } from "#app/talk/balance-card.tsx";
import type { Balance } from "#app/talk/balance.ts";
import { FloorCard } from "#app/talk/floor-card.tsx";
import type { LastTurn } from "#app/talk/last-turn.ts";
import { MovesCard } from "#app/talk/moves-card.tsx";
import { PeopleCard } from "#app/talk/people-card.tsx";
import { SignalsCard } from "#app/talk/signals-card.tsx";

import { isTalkStage } from "./talk-stages.ts";
import { useBoard } from "./use-board.ts";
import { usePerson } from "./use-person.ts";

/** What the desk's loader knows of the talk, beside the noticeboard. */
export interface TalkOnDesk {
  readonly balance: Balance;
  readonly members: readonly { readonly id: string; readonly name: string; readonly hasLeft: boolean }[];
  readonly lastTurn: LastTurn | null;
}

/** The desk's cards about the talk. The floor lies open where people talk, and wherever somebody wants it. */
export function useTalkCards({ balance, members, lastTurn }: TalkOnDesk): DeskCard[] {
  const { t } = useTranslation();
  const { sessionId, stages, stageId, choosing: { chosen }, talk: { floor, signals, move } } = useBoard();
  const personOf = usePerson();
  const activity = stages.find(({ id }) => id === stageId)?.activity ?? "";
  const isTalk = isTalkStage(activity);
  const isWanted = floor.hands.length > 0 || floor.speaking !== null || floor.around !== null;
  const asks = Object.values(signals).some((count) => count > 0);
  const begins = activity === "firstWords" && chosen ? "makers" : activity === "lastWords" ? "unheard" : "anybody";
  return [
    { key: "signals", title: t("talk.signals.title"), isNeeded: asks, body: <SignalsCard counts={signals} /> },
    { key: "floor", title: t("talkDesk.floor.title"), isNeeded: isTalk || isWanted, body: <FloorCard floor={floor} nameOf={(id) => personOf(id).name} begins={begins} lastTurn={lastTurn} /> },
    { key: "balance", title: t("talkDesk.balance.title"), isNeeded: isTalk, body: <BalanceCard balance={balance} /> },
    { key: "moves", title: t("talkDesk.moves.title"), isNeeded: isTalk || move !== null, body: <MovesCard move={move} /> },
    { key: "people", title: t("talkDesk.people.title"), isNeeded: false, body: <PeopleCard floor={floor} members={members.filter(({ hasLeft }) => !hasLeft)} seatAddress={`/s/${sessionId}/people`} /> },
  ];
}
