import { useTranslation } from "react-i18next";

import { Words } from "#app/language/said-words.tsx";
import { ToldAsWritten } from "#app/scribe/told-as-written.tsx";
import { AliasName } from "#app/session/alias-name.tsx";
import type { RecordSaid } from "#app/talk/record.ts";

import type { Told } from "./stage-report.ts";

interface Props {
  readonly told: Told;
  /** Index of the stage in its session; null: at one that was removed. */
  readonly stage: number | null;
}

export function saidAt({ told, stage }: Props): readonly RecordSaid[] {
  return told.talk.said.filter((one) => one.stage === stage);
}

/** In the report: everything that was said at one stage, in order, by perspective and never by name. */
export function SaidAtStage({ told, stage }: Props) {
  const { t } = useTranslation();
  const said = saidAt({ told, stage });
  if (said.length === 0) return <p>{t("report.talk.none")}</p>;
  return (
    <ul className="plain-list stack">
      {said.map((one) => <li key={one.id}><SaidWords said={one} answers={told.talk.said.find(({ id }) => id === one.replyTo) ?? null} /></li>)}
    </ul>
  );
}

function SaidWords({ said, answers }: { readonly said: RecordSaid; readonly answers: RecordSaid | null }) {
  const { t } = useTranslation();
  const { by, way, words, because, lang } = said;
  return (
    <>
      <p>
        <strong><AliasName alias={by} /></strong>{way === "" ? null : <> {t(`report.way.${way}`)}</>}: <Words said={{ text: words, lang }} />
        {because ? <> – {t("report.quote.because")} <Words said={{ text: because, lang }} /></> : null}
      </p>
      {answers ? <p className="aside">{t("report.talk.answers")} <AliasName alias={answers.by} />: “<span lang={answers.lang}>{answers.words}</span>”</p> : null}
      <ToldAsWritten pen={said} />
    </>
  );
}
