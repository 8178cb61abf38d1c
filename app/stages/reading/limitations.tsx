import { useTranslation } from "react-i18next";

import type { EvidenceFactsOf } from "#app/evidence/facts.ts";

/** Where it comes from and what it does not tell us: they travel with the item everywhere. */
export function Limitations({ item }: { readonly item: EvidenceFactsOf }) {
  const { t } = useTranslation();
  const origin = [item.source, item.date, item.place].filter(Boolean).join(" · ");
  return (
    <>
      <p className="aside" lang={item.language}>{origin}</p>
      <p className="notice">
        <strong>{t("evidence.card.limitations")}:</strong>{" "}
        {item.limitationsNotKnown ? t("evidence.card.notKnown") : <span lang={item.language}>{item.limitations}</span>}
      </p>
    </>
  );
}
