import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { Translated } from "#app/language/translated.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";

import type { Brief, CatchUp, Made, SaidLately, Where, Words } from "./catch-up.ts";
import { Limitations } from "./reading/limitations.tsx";
import { sayLimits } from "./rules-shown.ts";

interface Props {
  readonly catchUp: CatchUp;
  /** Address of the room. */
  readonly room: string;
}

/** For somebody who came late, or lost the thread: one page to read, then in. Works without a script. */
export function CatchUpPage({ catchUp, room }: Props) {
  const { t } = useTranslation();
  const { where, rules, questions, chosen, said, principles, priorities, evidence, minutes } = catchUp;
  const join = <p><ButtonLink to={room} reloadDocument>{t("catchUp.join")}</ButtonLink></p>;
  return (
    <Page title={t("catchUp.title")}>
      <p className="lead">{t("catchUp.intro", { count: minutes })}</p>
      {join}
      <WhereWeAre where={where} />
      <Chosen words={chosen} />
      <LastSaid said={said} />
      <MadeSoFar title={t("catchUp.rules", { count: rules.words.length })} made={rules}>{sayLimits(rules.words) ? null : <p>{t("stages.room.limits")}</p>}</MadeSoFar>
      <MadeSoFar title={t("catchUp.principles", { count: principles.words.length })} made={principles} />
      <MadeSoFar title={t("catchUp.priorities", { count: priorities.words.length })} made={priorities} />
      <MadeSoFar title={t(chosen.length > 0 ? "catchUp.otherQuestions" : "catchUp.questions", { count: questions.words.length })} made={questions} />
      {evidence.length > 0 ? (
        <section className="stack" aria-labelledby="evidence">
          <h2 id="evidence">{t("catchUp.evidence")}</h2>
          <p>{t("catchUp.evidenceIntro", { count: catchUp.evidenceMinutes })}</p>
          {evidence.map((item) => <InBrief key={item.itemId} item={item} />)}
        </section>
      ) : null}
      {join}
    </Page>
  );
}

function WhereWeAre({ where: { number, total, stage, minutesLeft, minutesAfter } }: { readonly where: Where }) {
  const { t } = useTranslation();
  if (!stage) return null;
  return (
    <section className="card stack-tight">
      <h2>{t("catchUp.where")}</h2>
      <p><strong>{t("stages.room.stageOf", { number, total })}: <Translated words={stage.name} /></strong></p>
      <p><Translated words={stage.prompt} /></p>
      <p>{minutesLeft > 0 ? t("catchUp.left", { count: minutesLeft }) : t("catchUp.over")} {minutesAfter > 0 ? t("catchUp.after", { count: minutesAfter }) : t("catchUp.lastStage")}</p>
    </section>
  );
}

/** Every wording of the question when several count as one. */
function Chosen({ words }: { readonly words: readonly Words[] }) {
  const { t } = useTranslation();
  if (words.length === 0) return null;
  return (
    <section className="card stack-tight">
      <h2>{t("catchUp.chosen")}</h2>
      {words.map(({ id, text, lang }) => <p key={id} className="lead" lang={lang}>{text}</p>)}
    </section>
  );
}

function LastSaid({ said }: { readonly said: readonly SaidLately[] }) {
  const { t } = useTranslation();
  if (said.length === 0) return null;
  return (
    <section className="stack-tight">
      <h2>{t("catchUp.said")}</h2>
      <ul className="plain-list stack-tight">
        {said.map(({ id, name, text, lang }) => <li key={id}><strong translate="no">{name}:</strong> <span lang={lang} className="whitespace-pre-line">{text}</span></li>)}
      </ul>
    </section>
  );
}

interface MadeProps {
  readonly title: string;
  readonly made: Made;
  readonly children?: ReactNode;
}

/** What the group has made so far, folded when it is long; nothing when there is none of it. */
function MadeSoFar({ title, made: { words, isFolded }, children }: MadeProps) {
  if (words.length === 0) return null;
  const list = (
    <>
      <ol className="list-decimal stack-tight ps-8">
        {words.map(({ id, text, lang }) => <li key={id} lang={lang} className="whitespace-pre-line">{text}</li>)}
      </ol>
      {children}
    </>
  );
  if (isFolded) return <details className="card"><summary><h2 className="inline text-xl">{title}</h2></summary><div className="stack-tight pt-2">{list}</div></details>;
  return <section className="stack-tight"><h2>{title}</h2>{list}</section>;
}

function InBrief({ item }: { readonly item: Brief }) {
  const { t } = useTranslation();
  return (
    <article className="card stack-tight">
      <p className="aside">{t(`evidence.kinds.${item.kind}`)} · <span lang={item.language}>{item.perspective}</span></p>
      <h3 lang={item.language}>{item.title}</h3>
      <p className="aside">{item.notes > 0 ? t("catchUp.mostNoted", { count: item.notes }) : t("catchUp.begins")}</p>
      <blockquote className="whitespace-pre-line" lang={item.language}>{item.excerpt}</blockquote>
      <Limitations item={item} />
      <p className="aside">{t("catchUp.wholeItem", { count: item.minutes })}</p>
    </article>
  );
}
