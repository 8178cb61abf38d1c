/** Who somebody is for this session: what we call them, from which side they come, the language of their words. */
import { getFormProps, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { languages } from "#app/language/languages.ts";
import { perspectives } from "#app/session/perspective.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Choices, TextField } from "#app/ui/field.tsx";

import { Question, type Refused } from "./question.tsx";

interface PersonQuestion {
  readonly refused: Refused | undefined;
  /** What was answered before; "" for nothing yet. */
  readonly before: string;
}

export function NameQuestion({ refused, before }: PersonQuestion) {
  const { t } = useTranslation();
  const [form, fields] = useForm({ id: "person", lastResult: refused?.form, defaultValue: { name: before } });
  return (
    <Question title={t("join.name.title")} number={2} back="/join">
      <Form method="post" className="stack" {...getFormProps(form)}>
        <ErrorSummary form={form} />
        <TextField field={fields.name} label={t("join.name.label")} hint={t("join.name.hint")} autoComplete="nickname" />
        <Button>{t("common.next")}</Button>
      </Form>
    </Question>
  );
}

export function PerspectiveQuestion({ refused, before }: PersonQuestion) {
  const { t } = useTranslation();
  const [form, fields] = useForm({ id: "person", lastResult: refused?.form, defaultValue: { perspective: before } });
  const options = perspectives.map((value) => ({ value, label: t(`join.perspective.${value}.label`), hint: t(`join.perspective.${value}.hint`) }));
  return (
    <Question title={t("join.perspective.title")} number={3} back="/join/name">
      <Form method="post" className="stack" {...getFormProps(form)}>
        <ErrorSummary form={form} />
        <Choices field={fields.perspective} label={t("join.perspective.label")} hint={t("join.perspective.hint")} options={options} />
        <Button>{t("common.next")}</Button>
      </Form>
    </Question>
  );
}

export function LanguageQuestion({ refused, before }: PersonQuestion) {
  const { t } = useTranslation();
  const [form, fields] = useForm({ id: "person", lastResult: refused?.form, defaultValue: { language: before } });
  const options = languages.map((value) => ({ value, label: t(`common.languages.${value}`) }));
  return (
    <Question title={t("join.language.title")} number={4} back="/join/perspective">
      <Form method="post" className="stack" {...getFormProps(form)}>
        <ErrorSummary form={form} />
        <Choices field={fields.language} label={t("join.language.label")} hint={t("join.language.hint")} options={options} />
        <Button>{t("common.next")}</Button>
      </Form>
    </Question>
  );
}
