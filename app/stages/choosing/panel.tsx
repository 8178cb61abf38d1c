import { useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { ChosenQuestion } from "#app/questions/chosen-question.tsx";
import type { Questions } from "#app/questions/questions.doc.ts";
import { standingWith, wordingsOf } from "#app/questions/standing.ts";
import { Notice } from "#app/ui/notice.tsx";
import { ChoiceForm, Wordings } from "#app/voting/choice-form.tsx";
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
  const result = round?.outcome?.result;
  const shown = chosen ? [chosen.id] : result?.state === "tied" ? result.ids : [];
  return (
    <div className="stack">
      <div role="status">{chosen ? <ChosenQuestion {...{ made, chosen, nameOf }} /> : <Unchosen round={round} />}</div>
      <OtherQuestions made={made} shown={shown} isChosen={chosen !== null} />
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
      <ul className="list-disc ps-6">{tied.map((candidate) => <li key={candidate.id} className="lead"><Wordings candidate={candidate} /></li>)}</ul>
      <p>{t("choosing.tiedBody")}</p>
    </section>
  );
}

interface OtherQuestionsProps {
  readonly made: Questions;
  /** Ids of the questions and groups that stand above. */
  readonly shown: readonly string[];
  readonly isChosen: boolean;
}

/** All questions while none is chosen; afterwards, and at a tie, those that do not stand above already. */
function OtherQuestions({ made, shown, isChosen }: OtherQuestionsProps) {
  const { t } = useTranslation();
  const above = new Set(shown.map((id) => standingWith(made, id)).flatMap((stands) => (stands ? wordingsOf(stands) : [])).map(({ id }) => id));
  const others = made.questions.filter(({ id }) => !above.has(id));
  const list = <ul className="list-disc ps-6 stack-tight">{others.map(({ id, words, lang }) => <li key={id} lang={lang}>{words}</li>)}</ul>;
  if (others.length === 0) return null;
  if (shown.length === 0) return <section className="stack-tight"><h2 className="text-xl">{t("questions.make.list")}</h2>{list}</section>;
  return (
    <details>
      <summary className="font-bold">{t(isChosen ? "questions.chosen.parked" : "choosing.others", { number: others.length })}</summary>
      <div className="stack-tight py-3">{isChosen ? <p className="aside">{t("questions.chosen.parkedHint")}</p> : null}{list}</div>
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
