import { useTranslation } from "react-i18next";

import { useBoard } from "#app/stages/use-board.ts";

/** While the round is open: a bare count. Once closed: the order, top first. */
export function Projector() {
  const { t } = useTranslation();
  const { round } = useBoard();
  if (!round) return <p>{t("stages.ranking.wait")}</p>;
  if (!round.outcome) return <p className="text-5xl font-bold">{t("stages.ranking.turnout", { cast: round.cast, roll: round.roll })}</p>;
  if (round.outcome.result.state === "tooFew") return <p>{t("stages.ranking.tooFew")}</p>;
  const texts = new Map(round.candidates.map((candidate) => [candidate.id, candidate]));
  return (
    <ul className="plain-list stack-tight">
      {round.outcome.result.combined.filter(({ top }) => top !== "out").map(({ id, place }) => (
        <li key={id} className="flex gap-6"><strong className="w-16 shrink-0">{place}</strong><span lang={texts.get(id)?.lang}>{texts.get(id)?.text}</span></li>
      ))}
    </ul>
  );
}
