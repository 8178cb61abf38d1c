import { getFormProps, useForm, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextField } from "#app/ui/field.tsx";

type Fields = { passphraseNow: string; passphrase: string; passphraseAgain: string };

/** Changes one's own pass-phrase. */
export function PassphraseForm({ lastResult }: { readonly lastResult: SubmissionResult<string[]> | undefined }) {
  const { t } = useTranslation();
  const [form, fields] = useForm<Fields>({ lastResult });
  return (
    <Form method="post" {...getFormProps(form)} className="stack">
      <ErrorSummary form={form} />
      <TextField field={fields.passphraseNow} label={t("host.passphrase.nowLabel")} type="password" autoComplete="current-password" />
      <TextField field={fields.passphrase} label={t("host.passphrase.newLabel")} hint={t("host.passphrase.hint")} type="password" autoComplete="new-password" />
      <TextField field={fields.passphraseAgain} label={t("host.passphrase.againLabel")} type="password" autoComplete="new-password" />
      <Button name="intent" value="passphrase">{t("host.account.changeButton")}</Button>
    </Form>
  );
}
