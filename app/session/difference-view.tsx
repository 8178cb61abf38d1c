import { useTranslation } from "react-i18next";

import type { Difference, Said } from "#app/live/difference.ts";

import type { MendedDocument } from "./mending.ts";

/** What a change does to people's words, in words. */
export function DifferenceView({ difference: { gone, back, changed, others } }: { readonly difference: Difference }) {
  const { t } = useTranslation();
  return (
    <div className="stack-tight">
      <Words title={t("session.mend.wouldGo", { number: gone.length })} all={gone} />
      <Words title={t("session.mend.wouldBack", { number: back.length })} all={back} />
      {changed.length > 0 ? (
        <>
          <p className="label">{t("session.mend.wouldChange", { number: changed.length })}</p>
          <ul className="words-list stack-tight">
            {changed.map(({ before, after }) => (
              <li key={after.id}>
                <p>{t("session.mend.now")} <Quoted said={before} /></p>
                <p>{t("session.mend.then")} <Quoted said={after} /></p>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {others > 0 ? <p>{t("session.mend.others", { number: others })}</p> : null}
    </div>
  );
}

function Words({ title, all }: { readonly title: string; readonly all: readonly Said[] }) {
  if (all.length === 0) return null;
  return (
    <>
      <p className="label">{title}</p>
      <ul className="words-list stack-tight">{all.map((said) => <li key={said.id}><Quoted said={said} /></li>)}</ul>
    </>
  );
}

function Quoted({ said: { text, lang } }: { readonly said: Said }) {
  const { t } = useTranslation();
  if (text === "") return <span className="aside">{t("session.mend.noWords")}</span>;
  return <q className="whitespace-pre-line break-words" lang={lang || undefined}>{text}</q>;
}

/** "Principles", or "Notes on: Carers talking", the title in its own language. */
export function DocumentName({ document: { kind, title, lang } }: { readonly document: MendedDocument }) {
  const { t } = useTranslation();
  if (kind === "questions" && title) return <>{t("session.mend.groupQuestions", { number: title })}</>;
  return <>{t(`session.mend.document.${kind}`)}{title ? <> <span lang={lang || undefined}>{title}</span></> : null}</>;
}
