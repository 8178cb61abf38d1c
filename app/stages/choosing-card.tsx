import { Form } from "@remix-run/react";
import { useId } from "react";
import { useTranslation } from "react-i18next";

import { betweenFor } from "#app/questions/choice.ts";
import type { Questions } from "#app/questions/questions.doc.ts";
import { standingOf, standingWith, titleOf, wordingsOf } from "#app/questions/standing.ts";
import { Act } from "#app/session/act.tsx";
import { Asked } from "#app/session/asked.tsx";
import { Button } from "#app/ui/button.tsx";
import { CandidateWords } from "#app/voting/candidate-words.tsx";

import type { ChoosingNotice } from "./choosing-notice.ts";
import { PaperBallots } from "./paper-ballots.tsx";
import type { Drafted } from "./room.ts";
import { useBoard } from "./use-board.ts";
import { useQuestions } from "./use-questions.ts";

interface ChoosingCardProps {
  readonly document: Drafted<Questions>;
  /** Ballots below which no outcome is told. */
  readonly minimum: number;
}

/** A secret vote, once more after a tie, or the facilitator's own choice; and taking it back. */
export function ChoosingCard({ document, minimum }: ChoosingCardProps) {
  const { t } = useTranslation();
  const { choosing } = useBoard();
  const made = useQuestions(document);
  const { round, chosen } = choosing;
  if (made.questions.length === 0) return <p>{t("choosing.desk.none")}</p>;
  if (round?.state === "open") return <OpenVote round={round} minimum={minimum} />;
  if (chosen) return <ChosenAlready made={made} chosen={chosen} />;
  const isTied = round?.outcome?.result.state === "tied";
  return (
    <>
      <Outcome choosing={choosing} minimum={minimum} />
      {isTied ? null : <OpenAsked ask={t("choosing.desk.openAsk")} made={made} minimum={minimum} />}
      <ChooseForm made={made} />
      {isTied ? <OpenAsked ask={t("choosing.desk.afresh")} made={made} minimum={minimum} /> : null}
    </>
  );
}

/** A vote stays in the report, however it ends: so opening one is asked before it is done. */
function OpenAsked({ ask, made, minimum }: { readonly ask: string; readonly made: Questions } & Pick<ChoosingCardProps, "minimum">) {
  return <Asked ask={ask} look="button"><OpenForm made={made} minimum={minimum} /></Asked>;
}

/** Folded: opening it and closing the vote are two steps, which is asking before acting. */
function OpenVote({ round, minimum }: { readonly round: NonNullable<ChoosingNotice["round"]>; readonly minimum: number }) {
  const { t } = useTranslation();
  return (
    <>
      <p className="lead" role="status">{t("choosing.turnout", { cast: round.cast, roll: round.roll })}</p>
      {round.cast < minimum ? <p>{t("choosing.desk.fewCast", { minimum })}</p> : null}
      <PaperBallots />
      <Asked ask={t("choosing.desk.closeAsk")}>
        {round.cast < minimum ? null : <p className="aside">{t("choosing.desk.closeHint")}</p>}
        <Act intent="closeChoice" look="main">{t("choosing.desk.close")}</Act>
      </Asked>
    </>
  );
}

function ChosenAlready({ made, chosen }: { readonly made: Questions; readonly chosen: NonNullable<ChoosingNotice["chosen"]> }) {
  const { t } = useTranslation();
  const stands = standingWith(made, chosen.id);
  return (
    <>
      <p role="status">{stands ? t("choosing.desk.chosen", { words: titleOf(stands) }) : t("questions.chosen.gone")} <span className="aside">({t(`questions.chosen.${chosen.how}`)})</span></p>
      {chosen.how === "vote" ? <VotedAnew /> : (
        <>
          <Act intent="chooseAnew">{t("choosing.desk.anew")}</Act>
          <p className="aside">{t("choosing.desk.anewHint")}</p>
        </>
      )}
    </>
  );
}

/** What the facilitator chose can be chosen again; what people voted cannot, so it is asked first. */
function VotedAnew() {
  const { t } = useTranslation();
  return (
    <Asked ask={t("choosing.desk.anew")}>
      <p>{t("choosing.desk.anewVoted")}</p>
      <Act intent="chooseAnew" look="danger">{t("choosing.desk.anewSure")}</Act>
    </Asked>
  );
}

/** A tie, and what can be done about it; or too few ballots. */
function Outcome({ choosing: { round }, minimum }: { readonly choosing: ChoosingNotice } & Pick<ChoosingCardProps, "minimum">) {
  const { t } = useTranslation();
  const result = round?.outcome?.result;
  if (result?.state === "tooFew") return <p role="status">{t("choosing.desk.tooFew", { minimum })}</p>;
  if (result?.state !== "tied") return null;
  return (
    <>
      <p>{t("choosing.tied")}:</p>
      <ul className="list-disc ps-6">{round?.candidates.filter(({ id }) => result.ids.includes(id)).map((candidate) => <li key={candidate.id}><CandidateWords candidate={candidate} /></li>)}</ul>
      <Asked ask={t("choosing.desk.revote")} look="button">
        <p className="aside">{t("choosing.desk.revoteHint")}</p>
        <Act intent="openRevote" look="main">{t("choosing.desk.open")}</Act>
      </Asked>
    </>
  );
}

function OpenForm({ made, minimum }: { readonly made: Questions } & Pick<ChoosingCardProps, "minimum">) {
  const { t } = useTranslation();
  const { seated } = useBoard();
  const usual = betweenFor(made);
  const count = Object.values(seated).reduce((sum, each) => sum + each, 0);
  return (
    <Form method="post" preventScrollReset replace className="stack-tight">
      <fieldset key={usual} className="field">
        <legend>{t("choosing.desk.as")}</legend>
        <label className="choice"><input type="radio" name="between" value="questions" defaultChecked={usual === "questions"} /><span>{t("choosing.desk.asQuestions")}</span></label>
        <label className="choice"><input type="radio" name="between" value="groups" defaultChecked={usual === "groups"} /><span>{t("choosing.desk.asGroups")}</span></label>
      </fieldset>
      {usual === "groups" ? <p>{t("choosing.desk.linked")}</p> : null}
      <p className="aside">{t("choosing.desk.openHint")}</p>
      {count < minimum ? <p>{t("choosing.desk.fewSeated", { minimum })}</p> : null}
      <Button name="intent" value="openChoice">{t("choosing.desk.open")}</Button>
    </Form>
  );
}

/** Folded: opening it and choosing are two steps, which is asking before acting. */
function ChooseForm({ made }: { readonly made: Questions }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <details>
      <summary>{t("choosing.desk.choose")}</summary>
      <Form method="post" preventScrollReset replace className="stack-tight py-2">
        <p className="aside">{t("choosing.desk.chooseHint")}</p>
        <label className="label" htmlFor={id}>{t("choosing.desk.which")}</label>
        <select id={id} name="question" className="input">
          {standingOf(made).map((stands) => <option key={stands.id} value={stands.id} lang={wordingsOf(stands)[0]?.lang}>{titleOf(stands)}</option>)}
        </select>
        <Button look="quiet" name="intent" value="chooseQuestion">{t("choosing.desk.chooseSure")}</Button>
      </Form>
    </details>
  );
}
