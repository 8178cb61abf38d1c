import { useId } from "react";
import { useTranslation } from "react-i18next";

import type { WordKey } from "#app/language/words.ts";

import type { Present } from "./penned.ts";

interface Props {
  /** Those for whom this member writes; none for who is no scribe. */
  readonly writesFor: readonly Present[];
  /** Its field in the form. */
  readonly name?: "for" | "forMember";
  readonly chosen?: string;
  readonly problem?: WordKey | undefined;
}

/** A scribe says for whom they write; then reads back, and ticks. Nobody else is asked. Their tick is the field `checked`. */
export function WhoseWords({ writesFor, name = "for", chosen = "", problem }: Props) {
  const { t } = useTranslation();
  const id = useId();
  if (writesFor.length === 0) return null;
  return (
    <div className="whose-words stack-tight">
      <div className="field" data-problem={problem ? "" : undefined}>
        <label htmlFor={id}>{t("scribe.for")}</label>
        <p className="field-hint" id={`${id}-hint`}>{t("scribe.forHint")}</p>
        {problem ? <p className="field-problem" id={`${id}-problem`}>{t(problem)}</p> : null}
        <select id={id} name={name} className="input" defaultValue={chosen} aria-invalid={problem ? true : undefined} aria-describedby={`${id}-hint`}>
          <option value="">{t("scribe.mine")}</option>
          {writesFor.map((person) => <option key={person.id} value={person.id} translate="no">{person.name}{person.hasDevice ? "" : ` (${t("scribe.noDevice")})`}</option>)}
        </select>
      </div>
      <label className="choice"><input type="checkbox" name="checked" value="yes" />{t("scribe.checked")}</label>
    </div>
  );
}
