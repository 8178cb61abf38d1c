/** The evidence a session read: what it is, what it does not tell us, and the words in it that something rests on. */
import { useTranslation } from "react-i18next";

import { isLanguage } from "#app/language/languages.ts";

import type { Report, ReportEvidence, ReportPlace } from "./report.ts";
import { RefLinks } from "./ref-link.tsx";

export function EvidenceList({ evidence, missingKinds }: Pick<Report, "evidence" | "missingKinds">) {
  const { t } = useTranslation();
  const kinds = missingKinds.map((kind) => t(`report.evidence.kind.${kind}`)).join(", ");
  return (
    <>
      <p>{t("report.evidence.lead")} {kinds ? t("report.evidence.missing", { kinds }) : t("report.evidence.allKinds")}</p>
      {evidence.length === 0 ? <p>{t("report.evidence.none")}</p> : null}
      {evidence.map((item) => <EvidenceItem key={item.anchor} item={item} />)}
    </>
  );
}

function EvidenceItem({ item }: { readonly item: ReportEvidence }) {
  const { t } = useTranslation();
  return (
    <article className="report-target card stack" id={item.anchor} tabIndex={-1}>
      <h3 lang={item.language}>{item.title}</h3>
      <EvidenceFacts item={item} />
      {item.places.length === 0 ? (
        <p>{t("report.evidence.unused")}</p>
      ) : (
        <div className="stack">
          <h4>{t("report.evidence.words")}</h4>
          {item.places.map((place) => <Place key={place.blockId} place={place} lang={item.language} />)}
        </div>
      )}
    </article>
  );
}

/** Where it comes from and what it does not tell us; the words people gave, in the item's language. */
export function EvidenceFacts({ item }: { readonly item: Omit<ReportEvidence, "anchor" | "places"> }) {
  const { t } = useTranslation();
  const { language, limitations, limitationsNotKnown, noteCount, replyCount } = item;
  const given = (["perspective", "source", "date", "place"] as const).filter((fact) => item[fact] !== "");
  return (
    <dl className="report-facts">
      <div><dt>{t("report.evidence.kindLabel")}</dt><dd>{t(`report.evidence.kind.${item.kind}`)}</dd></div>
      {given.map((fact) => <div key={fact}><dt>{t(`report.evidence.${fact}`)}</dt><dd lang={language}>{item[fact]}</dd></div>)}
      {isLanguage(language) ? <div><dt>{t("report.evidence.language")}</dt><dd>{t(`common.languages.${language}`)}</dd></div> : null}
      {item.number > 1 ? <div><dt>{t("report.evidence.version")}</dt><dd>{item.number}</dd></div> : null}
      <div><dt>{t("report.evidence.limitations")}</dt>{limitationsNotKnown || limitations === "" ? <dd>{t("report.evidence.notKnown")}</dd> : <dd lang={language}>{limitations}</dd>}</div>
      <div><dt>{t("report.evidence.notes")}</dt><dd>{noteCount}</dd></div>
      {replyCount > 0 ? <div><dt>{t("report.evidence.replies")}</dt><dd>{replyCount}</dd></div> : null}
    </dl>
  );
}

/** One block with its words marked. Each passage begins with its number, which the trail leads to. */
function Place({ place, lang }: { readonly place: ReportPlace; readonly lang: string }) {
  const { t } = useTranslation();
  return (
    <div className="stack-tight">
      {place.under ? <p className="aside" lang={lang}>{place.under}</p> : null}
      <blockquote lang={lang}>
        <p>{place.pieces.map(({ text, marked, begins }, index) => (
          <span key={index}>
            {begins.map(({ anchor, label }) => <span key={anchor} id={anchor} tabIndex={-1} className="report-target report-number">[{label}]</span>)}
            {marked ? <mark>{text}</mark> : text}
          </span>
        ))}</p>
      </blockquote>
      <ul className="plain-list stack-tight">
        {place.uses.map(({ passage, words, items }) => (
          <li key={passage.anchor}>
            {t("report.ref.passage", { label: passage.label })} “<span lang={lang}>{shortened(words)}</span>” – {t("report.evidence.back")} <RefLinks to={items} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Enough to tell passages apart; the whole stands right above. */
const SHOWN_WORDS = 60;

function shortened(words: string): string {
  const letters = [...words];
  return letters.length <= SHOWN_WORDS ? words : `${letters.slice(0, SHOWN_WORDS).join("").trimEnd()}…`;
}
