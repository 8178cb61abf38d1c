import { OnTheWall } from "#app/stages/candidate-on-the-wall.tsx";
import { ChosenOnTheWall } from "#app/stages/chosen-on-the-wall.tsx";
import { QuestionsOnTheWall } from "#app/stages/questions-on-the-wall.tsx";
import { Sentence } from "#app/stages/said-on-the-wall.tsx";
import type { StageProps } from "#app/stages/stage-props.ts";
import { useBoard } from "#app/stages/use-board.ts";

/** While people vote: a bare count. Then the chosen question, or those that came out level. */
export function Projector({ room }: StageProps) {
  const { choosing: { chosen, round } } = useBoard();
  if (!room.questions) return null;
  if (round?.state === "open") return <p className="projector-huge"><Sentence say={(t) => t("choosing.turnout", { cast: round.cast, roll: round.roll })} /></p>;
  if (chosen) return <ChosenOnTheWall document={room.questions} chosen={chosen} />;
  const result = round?.outcome?.result;
  if (result?.state === "tooFew") return <p><Sentence say={(t) => t("choosing.tooFew")} /></p>;
  if (result?.state !== "tied") return <QuestionsOnTheWall document={room.questions} />;
  return (
    <>
      <p><Sentence say={(t) => t("choosing.tied")} /></p>
      <ul className="list-disc ps-8">{round?.candidates.filter(({ id }) => result.ids.includes(id)).map((candidate) => <li key={candidate.id} className="font-bold"><OnTheWall candidate={candidate} /></li>)}</ul>
    </>
  );
}
