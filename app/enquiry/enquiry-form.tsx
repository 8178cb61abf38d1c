import { getFormProps, useForm, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { BilingualFields } from "#app/ui/bilingual-fields.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Choices, TextField } from "#app/ui/field.tsx";

import type { EnquiryFields } from "./fields.ts";

interface EnquiryFormProps {
  readonly lastResult: SubmissionResult<string[]> | undefined;
  readonly start: Partial<EnquiryFields>;
  readonly button: string;
}

/** Makes or changes an enquiry: what people read, in both languages, and whom to tell when somebody is at risk. */
export function EnquiryForm({ lastResult, start, button }: EnquiryFormProps) {
  const { t } = useTranslation();
  const [form, fields] = useForm<EnquiryFields>({ lastResult, defaultValue: start });
  const languages = [{ value: "en", label: t("common.languages.en") }, { value: "cy", label: t("common.languages.cy") }];
  return (
    <Form method="post" {...getFormProps(form)} className="stack">
      <ErrorSummary form={form} />
      <BilingualFields field={fields.title} label={t("enquiry.title.label")} />
      <BilingualFields field={fields.question} label={t("enquiry.question.label")} hint={t("enquiry.question.hint")} rows={3} />
      <BilingualFields field={fields.purpose} label={t("enquiry.purpose.label")} hint={t("enquiry.purpose.hint")} rows={5} />
      <TextField field={fields.place} label={<>{t("enquiry.place.label")} {t("common.optional")}</>} hint={t("enquiry.place.hint")} />
      <Choices field={fields.languages} type="checkbox" label={t("enquiry.languages.label")} hint={t("enquiry.languages.hint")} options={languages} />
      <fieldset className="stack">
        <legend className="label">{t("enquiry.safeguarding.title")}</legend>
        <p className="field-hint">{t("enquiry.safeguarding.hint")}</p>
        <TextField field={fields.safeguardingName} label={t("enquiry.safeguarding.name")} />
        <TextField field={fields.safeguardingPhone} label={t("enquiry.safeguarding.phone")} type="tel" inputMode="tel" short />
      </fieldset>
      <Button>{button}</Button>
    </Form>
  );
}
