import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { EvidenceFactsOf } from "./facts.ts";

interface EvidenceCardProps {
  readonly item: EvidenceFactsOf & { readonly title: string };
  readonly children?: ReactNode;
}

/** Title and facts of a piece of evidence, then whatever belongs to it here. */
export function EvidenceCard({ item, children }: EvidenceCardProps) {
  return (
    <article className="card stack">
      <h3 lang={item.language}>{item.title}</h3>
      <EvidenceFacts item={item} />
      {children}
    </article>
  );
}

/** Kind, whose perspective, source, date, place; and always what it does not tell us. */
export function EvidenceFacts({ item }: { readonly item: EvidenceFactsOf }) {
  const { t } = useTranslation();
  const facts = [
    { name: "perspective", words: item.perspective },
    { name: "source", words: item.source },
    { name: "date", words: item.date },
    { name: "place", words: item.place },
  ] as const;
  return (
    <dl className="facts">
      <div><dt>{t("evidence.card.kind")}</dt><dd>{t(`evidence.kinds.${item.kind}`)}</dd></div>
      {facts.map(({ name, words }) => (words ? <div key={name}><dt>{t(`evidence.card.${name}`)}</dt><dd lang={item.language}>{words}</dd></div> : null))}
      <div><dt>{t("evidence.card.limitations")}</dt><Limitations item={item} /></div>
    </dl>
  );
}

function Limitations({ item }: { readonly item: EvidenceFactsOf }) {
  const { t } = useTranslation();
  if (item.limitations) return <dd lang={item.language}>{item.limitations}</dd>;
  return <dd>{item.limitationsNotKnown ? t("evidence.card.notKnown") : t("evidence.card.notSaid")}</dd>;
}
