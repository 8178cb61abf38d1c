/** The two ways in: with the session's join code, or back with one's own return code. */
import { getFormProps, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextField } from "#app/ui/field.tsx";

import { Question, type Refused } from "./question.tsx";
import { SharedDevice } from "./shared-device.tsx";

export function CodeQuestion({ refused, code, doorClosed }: { readonly refused: Refused | undefined; readonly code: string; readonly doorClosed: boolean }) {
  const { t } = useTranslation();
  const [form, fields] = useForm({ id: "join", lastResult: refused?.form, defaultValue: { code } });
  return (
    <Question title={t("join.code.title")} number={1}>
      {doorClosed && !refused ? <p className="notice" data-tone="warn">{t("join.problem.doorClosed")}</p> : null}
      <Form method="post" className="stack" {...getFormProps(form)}>
        <ErrorSummary form={form} />
        <Wait seconds={refused?.waitS} />
        <TextField field={fields.code} label={t("join.code.label")} hint={t("join.code.hint")} inputMode="numeric" autoComplete="off" short />
        <Button>{t("common.next")}</Button>
      </Form>
      <p><a href="/join/return">{t("join.code.return")}</a></p>
    </Question>
  );
}

export function ReturnQuestion({ refused }: { readonly refused: Refused | undefined }) {
  const { t } = useTranslation();
  const [form, fields] = useForm<{ returnCode: string; shared?: string }>({ id: "return", lastResult: refused?.form });
  return (
    <Question title={t("join.return.title")}>
      <Form method="post" className="stack" {...getFormProps(form)}>
        <ErrorSummary form={form} />
        <Wait seconds={refused?.waitS} />
        <TextField field={fields.returnCode} label={t("join.return.label")} hint={t("join.return.hint")} autoComplete="off" short />
        <SharedDevice before={fields.shared.initialValue === "yes"} />
        <Button>{t("join.return.go")}</Button>
      </Form>
      <p><a href="/join">{t("join.return.new")}</a></p>
    </Question>
  );
}

function Wait({ seconds = 0 }: { readonly seconds: number | undefined }) {
  const { t } = useTranslation();
  return seconds > 0 ? <p>{t("join.wait", { count: seconds })}</p> : null;
}
