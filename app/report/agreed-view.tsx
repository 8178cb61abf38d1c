/** Principles and priorities, each with the words behind it and the ways up and down the trail. */
import { useTranslation } from "react-i18next";

import type { Said } from "#app/language/said.ts";
import { Words } from "#app/language/said-words.tsx";
import { Notice } from "#app/ui/notice.tsx";

import { QuoteList } from "./quote-view.tsx";
import type { Ref } from "./refs.ts";
import { RefLink } from "./ref-link.tsx";
import type { Report, ReportPrinciple, ReportPriority } from "./report.ts";

export function PrincipleList({ principles }: Pick<Report, "principles">) {
  const { t } = useTranslation();
  if (principles.length === 0) return <p>{t("report.principles.none")}</p>;
  return <>{principles.map((principle) => <Principle key={principle.ref.anchor} principle={principle} />)}</>;
}

function Principle({ principle }: { readonly principle: ReportPrinciple }) {
  const { t } = useTranslation();
  const { priorities, quotes } = principle;
  return (
    <article className="report-target card stack" id={principle.ref.anchor} tabIndex={-1}>
      <ItemHeading item={principle} />
      <Strength item={principle} />
      <QuoteList quotes={quotes} />
      {priorities.length === 0 ? <p>{t("report.principles.noPriorities")}</p> : <Linked title={t("report.principles.priorities")} items={priorities} />}
    </article>
  );
}

export function PriorityList({ priorities, publishCount }: Pick<Report, "priorities" | "publishCount">) {
  const { t } = useTranslation();
  if (priorities.length === 0) return <p>{t("report.priorities.none")}</p>;
  return (
    <>
      <p>{t("report.priorities.lead")}</p>
      {priorities.map((priority) => <Priority key={priority.ref.anchor} priority={priority} publishCount={publishCount} />)}
    </>
  );
}

interface PriorityProps {
  readonly priority: ReportPriority;
  /** The N of "top N". */
  readonly publishCount: number;
}

function Priority({ priority, publishCount }: PriorityProps) {
  const { t } = useTranslation();
  const { principles, quotes, rewordedTo, removed } = priority;
  return (
    <article className="report-target card stack" id={priority.ref.anchor} tabIndex={-1}>
      <ItemHeading item={priority} />
      <Standing priority={priority} publishCount={publishCount} />
      {rewordedTo ? <p>{t("report.priorities.reworded")} <Words said={rewordedTo} /></p> : null}
      {removed ? <p>{t("report.priorities.removed")}</p> : null}
      <Strength item={priority} />
      {principles.length > 0 ? <Linked title={t("report.priorities.rests")} items={principles} /> : null}
      <QuoteList quotes={quotes} />
    </article>
  );
}

function ItemHeading({ item }: { readonly item: Said & { readonly ref: Ref } }) {
  const { t } = useTranslation();
  const { kind, label } = item.ref;
  return <h3><span className="report-label">{t(`report.ref.${kind}`, { label })}:</span> <Words said={item} /></h3>;
}

function Standing({ priority: { place, top }, publishCount }: PriorityProps) {
  const { t } = useTranslation();
  if (place === null || top === null) return <p className="tag">{t("report.priorities.notRanked")}</p>;
  return <p className="tag">{t("report.priorities.place", { place })}, {t(`report.priorities.${top}`, { count: publishCount })}</p>;
}

/** Which kinds of evidence stand behind it, and what is missing. */
function Strength({ item: { kinds, gap } }: { readonly item: ReportPrinciple | ReportPriority }) {
  const { t } = useTranslation();
  return (
    <>
      {kinds.length > 0 ? <p>{t("report.kinds", { kinds: kinds.map((kind) => t(`report.evidence.kind.${kind}`)).join(", ") })}</p> : null}
      {gap ? <Notice tone="warn"><p>{t(`report.gap.${gap}`)}</p></Notice> : null}
    </>
  );
}

function Linked({ title, items }: { readonly title: string; readonly items: readonly (Said & { readonly ref: Ref })[] }) {
  return (
    <div className="stack-tight">
      <h4>{title}</h4>
      <ul className="plain-list stack-tight">
        {items.map((item) => <li key={item.ref.anchor}><RefLink to={item.ref} />: <Words said={item} /></li>)}
      </ul>
    </div>
  );
}
