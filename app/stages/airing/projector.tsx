import type { Questions } from "#app/questions/questions.doc.ts";
import { standingWith, wordingsOf } from "#app/questions/standing.ts";

import { MadeQuestion } from "#app/stages/chosen-on-the-wall.tsx";
import { QuestionsOnTheWall } from "#app/stages/questions-on-the-wall.tsx";
import type { Drafted } from "#app/stages/room.ts";
import { Sentence } from "#app/stages/said-on-the-wall.tsx";
import type { StageProps } from "#app/stages/stage-props.ts";
import { useBoard } from "#app/stages/use-board.ts";
import { useQuestions } from "#app/stages/use-questions.ts";

/** The question that its makers explain now, large; otherwise all of them. */
export function Projector({ room }: StageProps) {
  const { choosing: { aired } } = useBoard();
  if (!room.questions) return null;
  return aired ? <Aired document={room.questions} id={aired} /> : <QuestionsOnTheWall document={room.questions} />;
}

function Aired({ document, id }: { readonly document: Drafted<Questions>; readonly id: string }) {
  const value = useQuestions(document);
  const stands = standingWith(value, id);
  if (!stands) return <QuestionsOnTheWall document={document} />;
  return (
    <div className="stack-tight">
      <p className="text-quiet"><Sentence say={(t) => t("questions.airing.now")} /></p>
      {wordingsOf(stands).map((question) => <MadeQuestion key={question.id} question={question} made={value} />)}
    </div>
  );
}
