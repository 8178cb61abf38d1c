/** What stands folded beside every stage: the rules in view, one's own notes, and a place to note what gets in the way. */
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { List } from "#app/lists/lists.doc.ts";

import { foldedBarriers, foldedNotes, foldedRules, RulesFollowed } from "./beside.tsx";
import { Fold } from "./fold.tsx";
import type { Room } from "./room.ts";
import { rulesOn } from "./rules-standing.ts";
import type { StageProps } from "./stage-props.ts";
import { useBoard } from "./use-board.ts";

/** "Our rules (12)", folded; nothing before there is a rule. Opened at a stage, it is folded again at the next: the work of the stage comes first. */
export function RulesInView({ room: { rules }, stage }: StageProps) {
  const { t } = useTranslation();
  const { rulesAgreed } = useBoard();
  const [list, setList] = useState<List | null>(rules?.initial ?? null);
  if (!rules || !list) return null;
  const number = rulesOn(list).length;
  // Where the rules are made they stand in full. Agreed rules that this page has not seen were written elsewhere since it was made.
  if (stage.activity === "ready" || (number === 0 && rulesAgreed)) return <RulesFollowed rules={rules} onNews={setList} />;
  return number === 0 ? null : <Fold key={stage.id} stageId={stage.id} summary={t("rules.ours", { number })} part={foldedRules} given={{ rules, list, onNews: setList }} />;
}

interface BesideProps {
  readonly room: Room;
  readonly stageId: string;
}

/** A person's private notes, at every stage but the one that is for them. */
export function MyNotes({ room, stageId }: BesideProps) {
  const { t } = useTranslation();
  const title = t("thinking.title");
  return <Fold stageId={stageId} summary={title} part={foldedNotes} given={{ room }} before={<p className="py-2"><a href={`/s/${room.sessionId}/thinking`}>{title}</a></p>} />;
}

/** "Something gets in the way of good care? Note it", at every stage. */
export function GetsInTheWay({ room, stageId }: BesideProps) {
  const { t } = useTranslation();
  return room.talk ? <Fold stageId={stageId} summary={t("reflections.barriers.summary")} part={foldedBarriers} given={{ room, talk: room.talk, stageId }} /> : null;
}
