import { useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { ChosenQuestion } from "#app/questions/chosen-question.tsx";
import type { Questions } from "#app/questions/questions.doc.ts";
import { Notice } from "#app/ui/notice.tsx";
import { ChoiceForm } from "#app/voting/choice-form.tsx";
import type { BallotAnswer } from "#app/voting/round.ts";

import type { ChoiceRoundNotice } from "#app/stages/choosing-notice.ts";
import type { Drafted, Room } from "#app/stages/room.ts";
import type { StageProps } from "#app/stages/stage-props.ts";
import { useBoard } from "#app/stages/use-board.ts";
import { usePerson } from "#app/stages/use-person.ts";
import { useQuestions } from "#app/stages/use-questions.ts";

/** Waiting, then one's own ballot, then the question that was chosen, and how: whatever the noticeboard says. */
export function Panel({ room }: StageProps) {
  const { t } = useTranslation();
  return room.questions ? <Choosing room={room} document={room.questions} /> : <p>{t("questions.make.notYet")}</p>;
}

function Choosing({ room, document }: { readonly room: Room; readonly document: Drafted<Questions> }) {
  const { choosing: { chosen, round } } = useBoard();
  const made = useQuestions(document);
  const personOf = usePerson();
  const nameOf = (memberId: string) => personOf(memberId).name;
  if (round?.state === "open") return <OpenRound room={room} round={round} />;
  return (
    <div className="stack">
      <div role="status">{chosen ? <ChosenQuestion {...{ made, chosen, nameOf }} /> : <Unchosen round={round} />}</div>
      <Questions made={made} chosenId={chosen?.id ?? null} />
    </div>
  );
}

/** Nothing is chosen: not yet, or a tie, or too few ballots. */
function Unchosen({ round }: { readonly round: ChoiceRoundNotice | null }) {
  const { t } = useTranslation();
  const result = round?.outcome?.result;
  if (!round || !result) {
    return <div className="card stack-tight"><h2>{t("choosing.wait")}</h2><p>{t("choosing.waitBody")}</p><p className="aside">{t("choosing.secret")}</p></div>;
  }
  if (result.state === "tooFew") return <Notice><p>{t("choosing.tooFew")}</p></Notice>;
  const tied = round.candidates.filter(({ id }) => result.state === "tied" && result.ids.includes(id));
  return (
    <section className="card stack-tight">
      <h2>{t("choosing.tied")}</h2>
      <ul className="list-disc ps-6">{tied.map(({ id, text, lang }) => <li key={id} className="lead" lang={lang}>{text}</li>)}</ul>
      <p>{t("choosing.tiedBody")}</p>
    </section>
  );
}

/** All questions while none is chosen; afterwards those that are kept for another time. */
function Questions({ made, chosenId }: { readonly made: Questions; readonly chosenId: string | null }) {
  const { t } = useTranslation();
  const inChosen = new Set(made.grouped.filter(({ groupId }) => groupId === chosenId).map(({ questionId }) => questionId));
  const others = made.questions.filter(({ id }) => id !== chosenId && !inChosen.has(id));
  const list = <ul className="list-disc ps-6 stack-tight">{others.map(({ id, words, lang }) => <li key={id} lang={lang}>{words}</li>)}</ul>;
  if (others.length === 0) return null;
  if (chosenId === null) return <section className="stack-tight"><h2 className="text-xl">{t("questions.make.list")}</h2>{list}</section>;
  return (
    <details>
      <summary className="font-bold">{t("questions.chosen.parked", { number: others.length })}</summary>
      <div className="stack-tight py-3"><p className="aside">{t("questions.chosen.parkedHint")}</p>{list}</div>
    </details>
  );
}

function OpenRound({ room, round }: { readonly room: Room; readonly round: ChoiceRoundNotice }) {
  const { t } = useTranslation();
  const answer = useActionData<BallotAnswer>();
  // Rounds that opened after this page was made had everybody on their roll who was seated then.
  const known = room.board.choosing.round?.id === round.id;
  const turnout = <p role="status">{t("choosing.turnout", { cast: round.cast, roll: round.roll })}</p>;
  if (room.me.role === "facilitator") return <div className="stack">{turnout}<p>{t("choosing.facilitator")}</p></div>;
  if (known && !room.choice.onRoll) return <div className="stack">{turnout}<p>{t("choosing.late")}</p></div>;
  return (
    <section className="stack" aria-labelledby="choice">
      <h2 id="choice">{t("choosing.ballot")}</h2>
      {turnout}
      <ChoiceForm round={{ ...round, choose: 1 }} voted={known && room.choice.voted} answer={answer} action={`/s/${room.sessionId}`} legend={t("choosing.legend")} />
      <p className="aside">{t("choosing.secret")}</p>
    </section>
  );
}
