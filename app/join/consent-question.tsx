import { getFormProps, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { useLanguage } from "#app/language/use-language.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Choices } from "#app/ui/field.tsx";

import { ConsentText } from "./consent-text.tsx";
import { Question, type Refused } from "./question.tsx";

export function ConsentQuestion({ refused }: { readonly refused: Refused | undefined }) {
  const { t } = useTranslation();
  const [form, fields] = useForm<{ agree: string }>({ id: "consent", lastResult: refused?.form });
  return (
    <Question title={t("join.consent.title")} number={5} back="/join/language">
      <Form method="post" className="stack" {...getFormProps(form)}>
        <ErrorSummary form={form} />
        <ConsentText language={useLanguage()} />
        <Choices field={fields.agree} type="checkbox" label={t("join.consent.label")} options={[{ value: "agreed", label: t("join.consent.agree") }]} />
        <Button>{t("join.consent.join")}</Button>
        <p className="aside">{t("join.consent.refuse")}</p>
      </Form>
    </Question>
  );
}
