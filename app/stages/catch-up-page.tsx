import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { Translated } from "#app/language/translated.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";

import type { Brief, CatchUp, Where, Words } from "./catch-up.ts";

interface Props {
  readonly catchUp: CatchUp;
  /** Address of the room. */
  readonly room: string;
}

/** For somebody who came late, or lost the thread: one page to read, then in. Works without a script. */
export function CatchUpPage({ catchUp, room }: Props) {
  const { t } = useTranslation();
  const { where, rules, questions, chosen, principles, priorities, evidence, minutes } = catchUp;
  const join = <p><ButtonLink to={room} reloadDocument>{t("catchUp.join")}</ButtonLink></p>;
  return (
    <Page title={t("catchUp.title")}>
      <p className="lead">{t("catchUp.intro", { count: minutes })}</p>
      {join}
      <WhereWeAre where={where} />
      {chosen ? <section className="card stack-tight"><h2>{t("catchUp.chosen")}</h2><p className="lead" lang={chosen.lang}>{chosen.text}</p></section> : null}
      <Made title={t("catchUp.rules", { count: rules.length })} words={rules} />
      <Made title={t("catchUp.questions", { count: questions.length })} words={questions} />
      <Made title={t("catchUp.principles", { count: principles.length })} words={principles} />
      <Made title={t("catchUp.priorities", { count: priorities.length })} words={priorities} />
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

/** What the group has made so far; nothing when there is none of it. */
function Made({ title, words }: { readonly title: ReactNode; readonly words: readonly Words[] }) {
  if (words.length === 0) return null;
  return (
    <section className="stack-tight">
      <h2>{title}</h2>
      <ol className="list-decimal stack-tight ps-8">
        {words.map(({ id, text, lang }) => <li key={id} lang={lang} className="whitespace-pre-line">{text}</li>)}
      </ol>
    </section>
  );
}

function InBrief({ item }: { readonly item: Brief }) {
  const { t } = useTranslation();
  return (
    <article className="card stack-tight">
      <p className="aside">{t(`evidence.kinds.${item.kind}`)} · <span lang={item.lang}>{item.perspective}</span></p>
      <h3 lang={item.lang}>{item.title}</h3>
      <p className="aside">{item.notes > 0 ? t("catchUp.mostNoted", { count: item.notes }) : t("catchUp.begins")}</p>
      <blockquote className="whitespace-pre-line" lang={item.lang}>{item.excerpt}</blockquote>
      <p className="aside">{t("catchUp.wholeItem", { count: item.minutes })}</p>
    </article>
  );
}
