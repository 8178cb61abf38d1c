import { useTranslation } from "react-i18next";

import type { EvidenceKind } from "#app/evidence/kinds.ts";

import { behindItem } from "./behind.ts";
import type { List } from "./lists.doc.ts";

/** A shape for each kind, beside its name: none is above another, and none is told by colour. */
const shapes: Record<EvidenceKind, string> = { livedExperience: "●", practitioner: "■", organisational: "▲", research: "◆" };

interface Props {
  readonly itemId: string;
  readonly list: List;
  /** The principles, under priorities. */
  readonly foundation: List | null;
}

/** Which kinds of evidence stand behind an item, and what is missing. */
export function KindsBehind({ itemId, list, foundation }: Props) {
  const { t } = useTranslation();
  const { own, inherited, lacks } = behindItem(itemId, list, foundation);
  return (
    <div className="aside">
      {own.length + inherited.length > 0 ? (
        <p className="flex flex-wrap items-center gap-2">
          {t("lists.behind")}
          {own.map((kind) => <Kind key={kind} kind={kind} />)}
          {inherited.length > 0 ? <span>{t("lists.inherited")}</span> : null}
          {inherited.map((kind) => <Kind key={kind} kind={kind} />)}
        </p>
      ) : null}
      {lacks ? <p><span aria-hidden="true">○ </span>{t(`lists.lacks.${lacks}`)}</p> : null}
    </div>
  );
}

export function Kind({ kind }: { readonly kind: EvidenceKind }) {
  const { t } = useTranslation();
  return <span className="tag"><span aria-hidden="true">{shapes[kind]} </span>{t(`lists.kind.${kind}`)}</span>;
}
