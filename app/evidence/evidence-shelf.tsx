import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";

import { evidenceKinds, missingKinds, type EvidenceKind } from "./kinds.ts";
import type { ShelfItem } from "./shelf.ts";

interface EvidenceShelfProps {
  readonly enquiryId: string;
  readonly items: readonly ShelfItem[];
}

/** The evidence of an enquiry by its four kinds, and which kinds are missing. */
export function EvidenceShelf({ enquiryId, items }: EvidenceShelfProps) {
  const { t } = useTranslation();
  const missing = missingKinds(items.map(({ kind }) => kind));
  return (
    <section className="stack">
      <h2>{t("evidence.shelf.title")}</h2>
      {items.length === 0 ? (
        <div className="card stack-tight">
          <h3>{t("evidence.shelf.emptyTitle")}</h3>
          <p>{t("evidence.shelf.empty")}</p>
        </div>
      ) : (
        <>
          {missing.length > 0 ? <Notice tone="warn"><p>{t("evidence.shelf.missing", { kinds: missing.map((kind) => t(`evidence.kinds.${kind}`)).join(", ") })}</p></Notice> : null}
          <div className="grid gap-4 md:grid-cols-2">
            {evidenceKinds.map((kind) => <Kind key={kind} kind={kind} enquiryId={enquiryId} items={items.filter((item) => item.kind === kind)} />)}
          </div>
        </>
      )}
      <ButtonLink to={`/enquiries/${enquiryId}/evidence/new`} look={items.length === 0 ? undefined : "quiet"}>{t("evidence.shelf.add")}</ButtonLink>
    </section>
  );
}

function Kind({ kind, enquiryId, items }: EvidenceShelfProps & { readonly kind: EvidenceKind }) {
  const { t } = useTranslation();
  return (
    <section className="card stack-tight">
      <h3>{t(`evidence.kinds.${kind}`)}</h3>
      {items.length === 0 ? <p className="aside">{t("evidence.shelf.none")}</p> : null}
      <ul className="plain-list stack-tight">
        {items.map((item) => (
          <li key={item.id}>
            <Link to={`/enquiries/${enquiryId}/evidence/${item.id}`} lang={item.language}>{item.title}</Link>
            <span className="aside block"><span lang={item.language}>{item.perspective}</span> · {t("evidence.shelf.words", { count: item.words })}</span>
            {item.usable ? null : <span className="tag">{t("evidence.item.unusableTitle")}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
