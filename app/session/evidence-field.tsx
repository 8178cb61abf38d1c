import { useTranslation } from "react-i18next";

import type { FieldMetadata } from "@conform-to/react";

import type { OfferedEvidence } from "./offered.ts";

/** The enquiry's evidence to choose from. Items without limitations are shown, cannot be chosen, and say why. */
export function EvidenceField({ field, offered }: { readonly field: FieldMetadata<unknown>; readonly offered: readonly OfferedEvidence[] }) {
  const { t } = useTranslation();
  const chosen = chosenIn(field.initialValue);
  const problem = field.errors?.[0] ? t("session.evidence.wrong") : undefined;
  return (
    <fieldset className="field" data-problem={problem ? "" : undefined}>
      <legend>{t("session.evidence.label")}</legend>
      <p className="field-hint">{offered.length > 0 ? t("session.evidence.hint") : t("session.evidence.none")}</p>
      {problem ? <p className="field-problem">{problem}</p> : null}
      {offered.map((item, index) => <Offer key={item.versionId} item={item} name={field.name} id={index === 0 ? field.id : `${field.id}-${index}`} chosen={chosen.includes(item.versionId)} />)}
    </fieldset>
  );
}

function Offer({ item, name, id, chosen }: { readonly item: OfferedEvidence; readonly name: string; readonly id: string; readonly chosen: boolean }) {
  const { t } = useTranslation();
  return (
    <label className="choice">
      <input type="checkbox" name={name} id={id} value={item.versionId} defaultChecked={chosen && item.usable} disabled={!item.usable} />
      <span>
        <span lang={item.language}>{item.title}</span>
        {item.usable ? null : <span className="block text-warn">{t("session.evidence.unusable")}</span>}
      </span>
    </label>
  );
}

/** One checked box comes back as a string, several as a list. */
function chosenIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}
