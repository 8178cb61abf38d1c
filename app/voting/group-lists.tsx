import { useId } from "react";
import { useTranslation } from "react-i18next";

import type { SharedList } from "./outcome.ts";
import { OrderedCandidates } from "./ordered-candidates.tsx";
import type { Candidate } from "./round.ts";

interface GroupListsProps {
  readonly lists: readonly SharedList[];
  /** The host's smallest group. */
  readonly minimum: number;
  readonly candidates: readonly Candidate[];
}

/** Each group's own list side by side; groups that share one are said in plain words. */
export function GroupLists({ lists, minimum, candidates }: GroupListsProps) {
  const { t } = useTranslation();
  const heading = useId();
  return (
    <section aria-labelledby={heading} className="stack">
      <h3 id={heading}>{t("voting.outcome.lists")}</h3>
      <div className="grid gap-6 sm:grid-cols-2 lg:grid-cols-3">
        {lists.map((list) => <GroupList key={list.perspectives.join()} list={list} minimum={minimum} candidates={candidates} />)}
      </div>
    </section>
  );
}

function GroupList({ list, minimum, candidates }: { readonly list: SharedList; readonly minimum: number; readonly candidates: readonly Candidate[] }) {
  const { t } = useTranslation();
  const heading = useId();
  const shared = list.perspectives.length > 1;
  const groups = list.perspectives.map((perspective) => t(`voting.group.${perspective}`)).join(" · ");
  const order = list.band ? list.order.slice(0, 1) : list.order;
  return (
    <section aria-labelledby={heading} className="card stack-tight">
      <h4 id={heading} className="text-lg font-bold">{shared ? t("voting.outcome.together", { groups }) : groups}</h4>
      <p className="aside">{t("voting.outcome.ballots", { count: list.ballots })} {t("voting.outcome.people", { count: list.roll })}</p>
      <OrderedCandidates order={order} candidates={candidates} />
      {list.band ? <p className="aside">{t("voting.outcome.band")}</p> : null}
      {shared ? <p className="aside">{t("voting.outcome.togetherWhy", { minimum })}</p> : null}
    </section>
  );
}
