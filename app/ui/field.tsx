/** Form fields in the GOV.UK manner: a label always in sight, a hint, the problem above the box, what was typed kept. */
import type { FieldMetadata } from "@conform-to/react";
import type { HTMLInputTypeAttribute, ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { useProblem } from "./use-problem.ts";

interface Common {
  readonly field: FieldMetadata<unknown>;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
}

interface TextFieldProps extends Common {
  readonly type?: HTMLInputTypeAttribute;
  readonly inputMode?: "numeric" | "tel" | "email";
  readonly autoComplete?: string;
  readonly short?: boolean;
  /** Language of what is to be written. */
  readonly lang?: string;
  readonly maxLength?: number;
}

export function TextField({ field, label, hint, short, type = "text", ...rest }: TextFieldProps) {
  const { problem, wiring } = useProblem(field, hint);
  return (
    <div className="field" data-problem={problem ? "" : undefined}>
      <label htmlFor={field.id}>{label}</label>
      <HintAndProblem field={field} hint={hint} problem={problem} />
      <input {...wiring} {...rest} type={type} defaultValue={typedIn(field)} className={short ? "input input-short" : "input"} />
    </div>
  );
}

interface TextAreaProps extends Common {
  readonly rows?: number;
  readonly lang?: string;
  readonly maxLength?: number;
}

export function TextArea({ field, label, hint, rows = 4, ...rest }: TextAreaProps) {
  const { problem, wiring } = useProblem(field, hint);
  return (
    <div className="field" data-problem={problem ? "" : undefined}>
      <label htmlFor={field.id}>{label}</label>
      <HintAndProblem field={field} hint={hint} problem={problem} />
      <textarea {...wiring} {...rest} rows={rows} defaultValue={typedIn(field)} className="input" />
    </div>
  );
}

export interface Option {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly lang?: string;
}

interface ChoicesProps extends Common {
  readonly options: readonly Option[];
  /** "radio": one of them. "checkbox": any of them. */
  readonly type?: "radio" | "checkbox";
}

export function Choices({ field, label, hint, options, type = "radio" }: ChoicesProps) {
  const { problem, wiring } = useProblem(field, hint);
  const chosen = chosenIn(field);
  return (
    <fieldset className="field" data-problem={problem ? "" : undefined} aria-describedby={wiring["aria-describedby"]}>
      <legend>{label}</legend>
      <HintAndProblem field={field} hint={hint} problem={problem} />
      {options.map((option, index) => (
        <label key={option.value} className="choice" lang={option.lang}>
          <input type={type} name={field.name} value={option.value} id={index === 0 ? field.id : undefined} defaultChecked={chosen.includes(option.value)} />
          <span>
            {option.label}
            {option.hint ? <span className="aside block">{option.hint}</span> : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

export function SelectField({ field, label, hint, options }: Common & { readonly options: readonly { value: string; label: string }[] }) {
  const { problem, wiring } = useProblem(field, hint);
  return (
    <div className="field" data-problem={problem ? "" : undefined}>
      <label htmlFor={field.id}>{label}</label>
      <HintAndProblem field={field} hint={hint} problem={problem} />
      <select {...wiring} defaultValue={typedIn(field)} className="input">
        {options.map(({ value, label: text }) => (
          <option key={value} value={value}>{text}</option>
        ))}
      </select>
    </div>
  );
}

function HintAndProblem({ field, hint, problem }: { readonly field: FieldMetadata<unknown>; readonly hint: ReactNode; readonly problem: string | undefined }) {
  const { t } = useTranslation();
  return (
    <>
      {hint ? <div className="field-hint" id={field.descriptionId}>{hint}</div> : null}
      {problem ? (
        <p className="field-problem" id={field.errorId}>
          <span className="visually-hidden">{t("common.problem.title")}: </span>
          {problem}
        </p>
      ) : null}
    </>
  );
}

function typedIn(field: FieldMetadata<unknown>): string | undefined {
  return typeof field.initialValue === "string" ? field.initialValue : undefined;
}

function chosenIn(field: FieldMetadata<unknown>): readonly unknown[] {
  return Array.isArray(field.initialValue) ? field.initialValue : [field.initialValue];
}
