import { useTranslation } from "react-i18next";

import type { Questions } from "#app/questions/questions.doc.ts";
import { makersOf, standingWith, wordingsOf } from "#app/questions/standing.ts";

import { QuestionsOnTheWall } from "#app/stages/questions-on-the-wall.tsx";
import type { Drafted } from "#app/stages/room.ts";
import type { StageProps } from "#app/stages/stage-props.ts";
import { useBoard } from "#app/stages/use-board.ts";
import { usePerson } from "#app/stages/use-person.ts";
import { useQuestions } from "#app/stages/use-questions.ts";

/** The question that its makers explain now, large; otherwise all of them. */
export function Projector({ room }: StageProps) {
  const { choosing: { aired } } = useBoard();
  if (!room.questions) return null;
  return aired ? <Aired document={room.questions} id={aired} /> : <QuestionsOnTheWall document={room.questions} />;
}

function Aired({ document, id }: { readonly document: Drafted<Questions>; readonly id: string }) {
  const { t } = useTranslation();
  const personOf = usePerson();
  const value = useQuestions(document);
  const stands = standingWith(value, id);
  if (!stands) return <QuestionsOnTheWall document={document} />;
  return (
    <div className="stack-tight">
      <p className="text-quiet">{t("questions.airing.now")}</p>
      {wordingsOf(stands).map((question) => (
        <div key={question.id}>
          <p className="text-4xl font-bold" lang={question.lang}>{question.words}</p>
          <p className="text-quiet">{t("questions.card.makers")} <span translate="no">{makersOf(question, value).map((maker) => personOf(maker).name).join(", ")}</span></p>
        </div>
      ))}
    </div>
  );
}
