/** A closed round's outcome in words, tables and lists: for the room, the report and paper alike. Stands under an h2 of the page. */
import { useId } from "react";
import { useTranslation } from "react-i18next";

import { Notice } from "#app/ui/notice.tsx";

import { CombinedTable } from "./combined-table.tsx";
import { GroupLists } from "./group-lists.tsx";
import type { Earlier } from "./moved.ts";
import type { Outcome, PlacedCandidate, Result } from "./outcome.ts";
import { OrderedCandidates } from "./ordered-candidates.tsx";
import type { Candidate } from "./round.ts";

interface OutcomeViewProps {
  readonly outcome: Outcome;
  /** The round's frozen wording. */
  readonly candidates: readonly Candidate[];
  /** Places in the round before, when there was one: says what rose and what fell since. */
  readonly earlier?: Earlier | null;
}

export function OutcomeView({ outcome, candidates, earlier = null }: OutcomeViewProps) {
  const { t } = useTranslation();
  const { cast, roll, choose, minimum, result } = outcome;
  return (
    <div className="stack-wide">
      <div className="stack">
        {outcome.recommendationOnly ? <RecommendationOnly outcome={outcome} /> : null}
        <p>{t("voting.outcome.turnout", { cast, roll, choose })}</p>
      </div>
      {result.state === "tooFew" ? (
        <Notice>
          <h3>{t("voting.outcome.tooFew")}</h3>
          <p>{t("voting.outcome.tooFewBody", { minimum })}</p>
        </Notice>
      ) : (
        <Counted result={result} outcome={outcome} candidates={candidates} earlier={earlier} />
      )}
    </div>
  );
}

/** Says that the required mix was not met, and who was missing. */
export function RecommendationOnly({ outcome: { missing, missingBallots } }: { readonly outcome: Outcome }) {
  const { t } = useTranslation();
  return (
    <Notice tone="warn">
      <h3>{t("voting.outcome.recommendation")}</h3>
      <p>{t("voting.outcome.recommendationBody")}</p>
      {missing.length > 0 ? (
        <ul className="words-list">
          {missing.map(({ perspective, present, needed }) => (
            <li key={perspective}>{t("voting.outcome.shortfall", { group: t(`voting.group.${perspective}`), present, needed })}</li>
          ))}
        </ul>
      ) : null}
      {missingBallots ? <p>{t("voting.outcome.missingBallots")}</p> : null}
    </Notice>
  );
}

type CountedResult = Extract<Result, { state: "counted" }>;

function Counted({ result, outcome, candidates, earlier = null }: OutcomeViewProps & { readonly result: CountedResult }) {
  return (
    <>
      <div className="grid gap-8 lg:grid-cols-2">
        <Combined result={result} outcome={outcome} candidates={candidates} earlier={earlier} />
        <HeadCount order={result.headCount} single={result.lists.length === 1} candidates={candidates} />
      </div>
      <GroupLists lists={result.lists} minimum={outcome.minimum} candidates={candidates} />
    </>
  );
}

function Combined({ result, outcome, candidates, earlier = null }: OutcomeViewProps & { readonly result: CountedResult }) {
  const { t } = useTranslation();
  const heading = useId();
  return (
    <section aria-labelledby={heading} className="stack-tight">
      <h3 id={heading}>{t("voting.outcome.combined")}</h3>
      <CombinedTable combined={result.combined} publishCount={outcome.publishCount} candidates={candidates} labelledBy={heading} earlier={earlier} />
      <p className="aside">{t("voting.outcome.combinedHow", { count: candidates.length })}</p>
    </section>
  );
}

interface HeadCountProps {
  /** Null when it is not shown. */
  readonly order: readonly PlacedCandidate[] | null;
  /** True when there is one list only, which this order then repeats. */
  readonly single: boolean;
  readonly candidates: readonly Candidate[];
}

function HeadCount({ order, single, candidates }: HeadCountProps) {
  const { t } = useTranslation();
  const heading = useId();
  return (
    <section aria-labelledby={heading} className="stack-tight">
      <h3 id={heading}>{t("voting.outcome.headCount")}</h3>
      {order === null ? <p>{t("voting.outcome.headCountHidden")}</p> : null}
      {order !== null && single ? <p>{t("voting.outcome.headCountSame")}</p> : null}
      {order !== null && !single ? (
        <>
          <OrderedCandidates order={order} candidates={candidates} />
          <p className="aside">{t("voting.outcome.headCountHow")}</p>
        </>
      ) : null}
    </section>
  );
}
