import { getFormProps, useForm, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextField } from "#app/ui/field.tsx";

type Fields = { name: string; email: string; passphrase: string; passphraseAgain: string };

/** Makes an account from a one-time link. */
export function InvitationForm({ lastResult }: { readonly lastResult: SubmissionResult<string[]> | undefined }) {
  const { t } = useTranslation();
  const [form, fields] = useForm<Fields>({ lastResult });
  return (
    <Form method="post" {...getFormProps(form)} className="stack">
      <ErrorSummary form={form} />
      <TextField field={fields.name} label={t("host.name.label")} hint={t("host.name.hint")} autoComplete="name" />
      <TextField field={fields.email} label={t("host.email.label")} type="email" inputMode="email" autoComplete="username" />
      <TextField field={fields.passphrase} label={t("host.passphrase.label")} hint={t("host.passphrase.hint")} type="password" autoComplete="new-password" />
      <TextField field={fields.passphraseAgain} label={t("host.passphrase.againLabel")} type="password" autoComplete="new-password" />
      <Button>{t("host.invitation.button")}</Button>
    </Form>
  );
}
