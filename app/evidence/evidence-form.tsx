import { getFormProps, useForm, type FieldMetadata, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Choices, TextArea, TextField } from "#app/ui/field.tsx";

import type { EvidenceFields } from "./fields.ts";
import { evidenceKinds } from "./kinds.ts";
import { usePaste } from "./use-paste.ts";
import { WhatWasDropped } from "./what-was-dropped.tsx";

interface EvidenceFormProps {
  readonly lastResult: SubmissionResult<string[]> | undefined;
  readonly start: Partial<EvidenceFields>;
  readonly button: string;
  /** Number of the version that is corrected. */
  readonly basedOn?: number;
}

/** Adds or corrects a piece of evidence. */
export function EvidenceForm({ lastResult, start, button, basedOn }: EvidenceFormProps) {
  const { t } = useTranslation();
  const [form, fields] = useForm<EvidenceFields>({ lastResult, defaultValue: start });
  const kinds = evidenceKinds.map((kind) => ({ value: kind, label: t(`evidence.kinds.${kind}`), hint: t(`evidence.kindHints.${kind}`) }));
  const languages = [{ value: "en", label: t("common.languages.en") }, { value: "cy", label: t("common.languages.cy") }];
  return (
    <Form method="post" {...getFormProps(form)} className="stack">
      <ErrorSummary form={form} />
      {basedOn ? <input type="hidden" name="basedOn" value={basedOn} /> : null}
      <TextField field={fields.title} label={t("evidence.title.label")} />
      <Words field={fields.text} />
      <Choices field={fields.language} label={t("evidence.language.label")} options={languages} />
      <Choices field={fields.kind} label={t("evidence.kind.label")} hint={t("evidence.kind.hint")} options={kinds} />
      <TextField field={fields.perspective} label={t("evidence.perspective.label")} hint={t("evidence.perspective.hint")} />
      <TextField field={fields.source} label={t("evidence.source.label")} hint={t("evidence.source.hint")} />
      <TextField field={fields.date} label={<>{t("evidence.date.label")} {t("common.optional")}</>} hint={t("evidence.date.hint")} short />
      <TextField field={fields.place} label={<>{t("evidence.place.label")} {t("common.optional")}</>} />
      <Limitations field={fields.limitations} />
      <Button>{button}</Button>
    </Form>
  );
}

/** The words themselves; what a word processor's paste left out is said at once. */
function Words({ field }: { readonly field: FieldMetadata<string, EvidenceFields, string[]> }) {
  const { t } = useTranslation();
  const { dropped, onPaste } = usePaste();
  return (
    <div className="stack-tight" onPaste={onPaste}>
      <TextArea field={field} label={t("evidence.text.label")} hint={t("evidence.text.hint")} rows={14} />
      <div role="status">{dropped ? <WhatWasDropped dropped={dropped} /> : null}</div>
      <input type="hidden" name="dropped" value={JSON.stringify(dropped ?? {})} />
    </div>
  );
}

function Limitations({ field }: { readonly field: FieldMetadata<EvidenceFields["limitations"], EvidenceFields, string[]> }) {
  const { t } = useTranslation();
  const { said, words } = field.getFieldset();
  const options = [
    { value: "written", label: t("evidence.limitations.written") },
    { value: "notKnown", label: t("evidence.limitations.notKnown"), hint: t("evidence.limitations.notKnownHint") },
    { value: "later", label: t("evidence.limitations.later"), hint: t("evidence.limitations.laterHint") },
  ];
  return (
    <>
      <Choices field={said} label={t("evidence.limitations.label")} hint={t("evidence.limitations.hint")} options={options} />
      <TextArea field={words} label={t("evidence.limitations.words")} rows={3} />
    </>
  );
}
