import type { Chosen } from "#app/questions/chosen-question.tsx";
import type { Question, Questions } from "#app/questions/questions.doc.ts";
import { makersOf, standingWith, wordingsOf } from "#app/questions/standing.ts";

import type { Drafted, Room } from "./room.ts";
import { Sentence, Wording } from "./said-on-the-wall.tsx";
import { useBoard } from "./use-board.ts";
import { usePerson } from "./use-person.ts";
import { useQuestions } from "./use-questions.ts";

/** What the talk is about, large: the question that was chosen, in every wording, or the one everything serves. Who made it, and how it was chosen, stands on the wall of the choosing. */
export function QuestionOnTheWall({ room }: { readonly room: Room }) {
  const { choosing: { chosen } } = useBoard();
  if (chosen && room.questions) return <WordingsOnTheWall document={room.questions} chosen={chosen} />;
  return <p className="projector-large"><Wording words={room.question} /></p>;
}

function WordingsOnTheWall({ document, chosen }: { readonly document: Drafted<Questions>; readonly chosen: Chosen }) {
  const stands = standingWith(useQuestions(document), chosen.id);
  if (!stands) return <p><Sentence say={(t) => t("questions.chosen.gone")} /></p>;
  return <>{wordingsOf(stands).map(({ id, words, lang }) => <p key={id} className="projector-large line-clamp-2" lang={lang}>{words}</p>)}</>;
}

/** Every wording of it when several count as one, with its makers. Says openly how it was chosen. */
export function ChosenOnTheWall({ document, chosen }: { readonly document: Drafted<Questions>; readonly chosen: Chosen }) {
  const made = useQuestions(document);
  const stands = standingWith(made, chosen.id);
  if (!stands) return <p><Sentence say={(t) => t("questions.chosen.gone")} /></p>;
  return (
    <div className="stack-tight">
      <p className="text-quiet"><Sentence say={(t) => t("questions.chosen.title")} /></p>
      {stands.kind === "group" && stands.name ? <p className="font-bold" lang={stands.lang}>{stands.name}</p> : null}
      {wordingsOf(stands).map((question) => <MadeQuestion key={question.id} question={question} made={made} />)}
      <p className="text-quiet"><Sentence say={(t) => t(`questions.chosen.${chosen.how}`)} /></p>
    </div>
  );
}

/** A question, large, and who made it. */
export function MadeQuestion({ question, made }: { readonly question: Question; readonly made: Questions }) {
  const personOf = usePerson();
  return (
    <div>
      <p className="projector-large" lang={question.lang}>{question.words}</p>
      <p className="text-quiet"><Sentence say={(t) => t("questions.card.makers")} /> <span translate="no">{makersOf(question, made).map((maker) => personOf(maker).name).join(", ")}</span></p>
    </div>
  );
}
