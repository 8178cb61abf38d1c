import { useTranslation } from "react-i18next";

import { OneChosen } from "#app/stages/question-explored.tsx";
import { QuestionsOnTheWall } from "#app/stages/questions-on-the-wall.tsx";
import type { StageProps } from "#app/stages/stage-props.ts";
import { useBoard } from "#app/stages/use-board.ts";

/** While people vote: a bare count. Then the chosen question, or those that came out level. */
export function Projector({ room }: StageProps) {
  const { t } = useTranslation();
  const { choosing: { chosen, round } } = useBoard();
  if (!room.questions) return null;
  if (round?.state === "open") return <p className="text-5xl font-bold">{t("choosing.turnout", { cast: round.cast, roll: round.roll })}</p>;
  if (chosen) return <OneChosen document={room.questions} chosen={chosen} onWall />;
  const result = round?.outcome?.result;
  if (result?.state === "tooFew") return <p>{t("choosing.tooFew")}</p>;
  if (result?.state !== "tied") return <QuestionsOnTheWall document={room.questions} />;
  return (
    <>
      <p>{t("choosing.tied")}</p>
      <ul className="list-disc ps-8">{round?.candidates.filter(({ id }) => result.ids.includes(id)).map(({ id, text, lang }) => <li key={id} className="font-bold" lang={lang}>{text}</li>)}</ul>
    </>
  );
}
