import { useTranslation } from "react-i18next";

import { Translated } from "#app/language/translated.tsx";
import { ChosenQuestion, type Chosen } from "#app/questions/chosen-question.tsx";
import type { Questions } from "#app/questions/questions.doc.ts";

import type { Drafted, Room } from "./room.ts";
import { useBoard } from "./use-board.ts";
import { usePerson } from "./use-person.ts";
import { useQuestions } from "./use-questions.ts";

/** What the talk is about: the question that was chosen, or the one everything serves. Say its words ("questions") with the activity's. */
export function QuestionExplored({ room }: { readonly room: Room }) {
  const { t } = useTranslation();
  const { choosing: { chosen } } = useBoard();
  if (chosen && room.questions) return <OneChosen document={room.questions} chosen={chosen} />;
  return (
    <section className="card stack-tight">
      <h2 className="aside">{t("talk.question")}</h2>
      <p className="lead"><Translated words={room.question} /></p>
    </section>
  );
}

interface OneChosenProps {
  readonly document: Drafted<Questions>;
  readonly chosen: Chosen;
}

function OneChosen({ document, chosen }: OneChosenProps) {
  const made = useQuestions(document);
  const personOf = usePerson();
  return <ChosenQuestion made={made} chosen={chosen} nameOf={(memberId) => personOf(memberId).name} />;
}
