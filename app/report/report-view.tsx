/** The report as a page and on paper. It needs no script: every way through it is a link within the page. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { Words } from "#app/language/said-words.tsx";
import { Translated } from "#app/language/translated.tsx";
import { useShown } from "#app/language/use-language.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { OutcomeView } from "#app/voting/outcome-view.tsx";

import { PrincipleList, PriorityList } from "./agreed-view.tsx";
import { EvidenceList } from "./evidence-view.tsx";
import { PeopleView } from "./people-view.tsx";
import type { Report, ReportDays, ReportPageData, ReportRound } from "./report.ts";
import { BarrierList, StageParts } from "./stages-view.tsx";
import { RefLink } from "./ref-link.tsx";
import { Withdrawn } from "./withdrawn.tsx";
import "./report.css";

interface ReportViewProps extends Pick<ReportPageData, "report" | "days"> {
  /** What only the team sees: the link to share. */
  readonly children?: ReactNode;
}

export function ReportView({ report, days, children }: ReportViewProps) {
  const { t } = useTranslation();
  const enquiry = useShown(report.enquiry.title);
  return (
    <Page title={<Translated words={report.title} />} over={t("report.of", { title: enquiry.text })}>
      <Held days={days} place={report.enquiry.place} />
      <Withdrawn days={days.withdrawn} />
      {children}
      <InShort report={report} />
      <Contents />
      <Part of="asked"><Asked enquiry={report.enquiry} /></Part>
      <Part of="people"><PeopleView people={report.people} requiredMix={report.requiredMix} /></Part>
      <Part of="evidence"><EvidenceList evidence={report.evidence} missingKinds={report.missingKinds} /></Part>
      <Part of="principles"><PrincipleList principles={report.principles} /></Part>
      <Part of="priorities"><PriorityList priorities={report.priorities} publishCount={report.round?.outcome.publishCount ?? report.publishCount} /></Part>
      <Part of="outcome"><Outcome round={report.round} priorities={report.priorities} /></Part>
      {report.earlierRounds.map((round) => <EarlierRound key={round.number} round={round} day={days.rounds[round.number] ?? ""} />)}
      <Part of="barriers"><BarrierList barriers={report.talk.barriers} /></Part>
      <Part of="stages"><StageParts report={report} /></Part>
      <Part of="words"><YourWords /></Part>
    </Page>
  );
}

const parts = ["asked", "people", "evidence", "principles", "priorities", "outcome", "barriers", "stages", "words"] as const;
type PartName = (typeof parts)[number];

function usePartTitle(): (part: PartName) => string {
  const { t } = useTranslation();
  return (part) => (part === "asked" || part === "stages" ? t(`report.${part}`) : t(`report.${part}.title`));
}

function Part({ of, children }: { readonly of: PartName; readonly children: ReactNode }) {
  const titleOf = usePartTitle();
  return (
    <section className="report-target stack" id={`part-${of}`} tabIndex={-1} aria-labelledby={`title-${of}`}>
      <h2 id={`title-${of}`}>{titleOf(of)}</h2>
      {children}
    </section>
  );
}

function Contents() {
  const { t } = useTranslation();
  const titleOf = usePartTitle();
  return (
    <nav className="no-print stack-tight" aria-labelledby="report-contents">
      <h2 id="report-contents">{t("report.contents")}</h2>
      <ul className="report-contents plain-list stack-tight">
        {parts.map((part) => <li key={part}><a href={`#part-${part}`}>{titleOf(part)}</a></li>)}
      </ul>
    </nav>
  );
}

function Held({ days, place }: { readonly days: ReportDays; readonly place: string }) {
  const { t } = useTranslation();
  return (
    <p className="lead">
      {days.opened ? t("report.heldBetween", { from: days.opened, to: days.closed }) : t("report.heldOn", { day: days.closed })}
      {place ? <><br />{t("report.in", { place })}</> : null}
    </p>
  );
}

/** The top of the list before anything else, for whoever reads no further. */
function InShort({ report: { priorities, round } }: { readonly report: Report }) {
  const { t } = useTranslation();
  const ranked = priorities.some(({ place }) => place !== null);
  const shown = ranked ? priorities.filter(({ top }) => top === "in" || top === "tied") : priorities;
  return (
    <section className="stack" aria-labelledby="in-short">
      <h2 id="in-short">{t("report.short.title")}</h2>
      {round?.outcome.recommendationOnly ? <Notice tone="warn"><p>{t("report.short.recommendation")}</p></Notice> : null}
      <p>{shown.length === 0 ? t("report.short.none") : ranked ? t("report.short.ranked") : t("report.short.written")}</p>
      <ul className="plain-list stack-tight">
        {shown.map((priority) => (
          <li key={priority.ref.anchor} className="report-row">
            {priority.place ? <strong>{priority.place}</strong> : null}
            <span><Words said={priority} /> (<RefLink to={priority.ref} />)</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Asked({ enquiry: { question, purpose } }: Pick<Report, "enquiry">) {
  const { t } = useTranslation();
  return (
    <dl className="report-facts">
      <div><dt>{t("report.question")}</dt><dd className="lead"><Translated words={question} /></dd></div>
      {purpose.en || purpose.cy ? <div><dt>{t("report.purpose")}</dt><dd><Translated words={purpose} /></dd></div> : null}
    </dl>
  );
}

function Outcome({ round, priorities }: Pick<Report, "round" | "priorities">) {
  const { t } = useTranslation();
  if (round) return <OutcomeView outcome={round.outcome} candidates={round.candidates} earlier={round.earlier} />;
  return <p>{priorities.length > 0 ? t("report.outcome.none") : t("report.outcome.nothing")}</p>;
}

function EarlierRound({ round, day }: { readonly round: ReportRound; readonly day: string }) {
  const { t } = useTranslation();
  return (
    <section className="stack" aria-labelledby={`round-${round.number}`}>
      <h2 id={`round-${round.number}`}>{t("report.outcome.round", { number: round.number, day })}</h2>
      <OutcomeView outcome={round.outcome} candidates={round.candidates} earlier={round.earlier} />
    </section>
  );
}

function YourWords() {
  const { t } = useTranslation();
  const points = (["kept", "names", "ballots", "language", "withdraw"] as const).map((point) => t(`report.words.${point}`));
  return (
    <>
      <ul className="words-list stack-tight">{points.map((point) => <li key={point}>{point}</li>)}</ul>
      <p className="no-print"><a href="/privacy">{t("report.words.more")}</a></p>
    </>
  );
}
