import type { FieldMetadata } from "@conform-to/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { otherLanguage } from "#app/language/languages.ts";
import { useLanguage } from "#app/language/use-language.ts";

import { TextArea, TextField } from "./field.tsx";
import { useProblem } from "./use-problem.ts";

type BothLanguages = { en?: string; cy?: string };

interface BilingualFieldsProps<Form extends Record<string, unknown>> {
  readonly field: FieldMetadata<BothLanguages, Form, string[]>;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** How many lines each box has; one by default. */
  readonly rows?: number;
}

/**
 * The same words in English and in Welsh, side by side, the page's language first. Either may be left empty; that both
 * are is a problem of the two together, so that neither language is the one that is missing.
 */
export function BilingualFields<Form extends Record<string, unknown>>({ field, label, hint, rows = 1 }: BilingualFieldsProps<Form>) {
  const { t } = useTranslation();
  const boxes = field.getFieldset();
  const own = useLanguage();
  const { problem, wiring } = useProblem(field, hint);
  return (
    <fieldset id={field.id} tabIndex={-1} className="field stack-tight" data-problem={problem ? "" : undefined} aria-describedby={wiring["aria-describedby"]}>
      <legend>{label}</legend>
      {hint ? <div className="field-hint" id={field.descriptionId}>{hint}</div> : null}
      {problem ? <p className="field-problem" id={field.errorId}>{problem}</p> : null}
      <div className="grid gap-4 md:grid-cols-2">
        {[own, otherLanguage(own)].map((language) => {
          const box = boxes[language];
          const name = t(`common.languages.${language}`);
          return rows > 1
            ? <TextArea key={language} field={box} label={name} lang={language} rows={rows} />
            : <TextField key={language} field={box} label={name} lang={language} />;
        })}
      </div>
    </fieldset>
  );
}
