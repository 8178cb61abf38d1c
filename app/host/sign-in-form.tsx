import { getFormProps, useForm, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextField } from "#app/ui/field.tsx";

interface SignInFormProps {
  readonly lastResult: SubmissionResult<string[]> | undefined;
  /** Where to go once in. */
  readonly to: string;
}

type Fields = { email: string; passphrase: string };

export function SignInForm({ lastResult, to }: SignInFormProps) {
  const { t } = useTranslation();
  const [form, fields] = useForm<Fields>({ lastResult });
  return (
    <Form method="post" {...getFormProps(form)} className="stack">
      <ErrorSummary form={form} />
      <input type="hidden" name="to" value={to} />
      <TextField field={fields.email} label={t("host.email.label")} type="email" inputMode="email" autoComplete="username" />
      <TextField field={fields.passphrase} label={t("host.passphrase.label")} type="password" autoComplete="current-password" />
      <Button>{t("host.signIn.button")}</Button>
    </Form>
  );
}
