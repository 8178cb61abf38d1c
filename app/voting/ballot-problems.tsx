import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import { placeKey } from "./place-word.ts";
import { fieldOf, type AskedRound, type BallotAnswer, type BallotProblem } from "./round.ts";

interface BallotProblemsProps {
  readonly answer: Extract<BallotAnswer, { ok: false }>;
  readonly round: AskedRound;
}

/** What is wrong with a posted ballot, each with a link to where it is mended. Takes focus when it appears. */
export function BallotProblems({ answer, round }: BallotProblemsProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  // An effect because focus can only move once the summary is in the page.
  useEffect(() => box.current?.focus(), [answer]);
  return (
    <div ref={box} className="notice stack-tight" data-tone="problem" role="alert" aria-labelledby="ballot-problems" tabIndex={-1}>
      <h3 id="ballot-problems">{t("common.problem.title")}</h3>
      <ul className="plain-list">
        {answer.problem ? <li>{t(answer.problem)}</li> : null}
        {answer.problems.map((problem) => <ProblemLine key={keyOf(problem)} problem={problem} round={round} />)}
      </ul>
    </div>
  );
}

function ProblemLine({ problem, round }: { readonly problem: BallotProblem; readonly round: AskedRound }) {
  const { t } = useTranslation();
  if (problem.problem === "nothing") {
    return <li><a href={`#${fieldOf(round.candidates[0]?.id ?? "")}`}>{t("voting.problem.nothing")}</a></li>;
  }
  const place = t(placeKey(problem.place));
  return <li><a href={`#${fieldOf(problem.ids.at(-1) ?? "")}`}>{t(`voting.problem.${problem.problem}`, { place })}</a></li>;
}

function keyOf(problem: BallotProblem): string {
  return problem.problem === "nothing" ? "nothing" : `${problem.problem} ${problem.place}`;
}
