/** What the desk answers where there is no JavaScript and a form could not be followed: why, and every word typed. */
import { getFormProps, useForm, type SubmissionResult } from "@conform-to/react";
import { useTranslation } from "react-i18next";

import { Button, ButtonLink } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextArea, TextField } from "#app/ui/field.tsx";
import { Page } from "#app/ui/page.tsx";

/** A form of acts.ts as it came. */
type Posted = Record<"act" | "document" | "back" | "question" | "group" | "other" | "note" | "forMember" | "lang" | "words" | "name", string>;

export function RefusedPage({ answer, room }: { readonly answer: SubmissionResult<string[]> | undefined; readonly room: string }) {
  const { t } = useTranslation();
  const [form, fields] = useForm<Posted>({ lastResult: answer });
  const { words, name, ...others } = fields;
  const act = fields.act.initialValue;
  const hasWords = act === "ask" || act === "reword";
  const back = fields.back.initialValue;
  return (
    <Page title={t("questions.refused.title")}>
      <form method="post" className="stack" {...getFormProps(form)}>
        <ErrorSummary form={form} />
        {Object.values(others).map((field) => field.initialValue ? <input key={field.name} type="hidden" name={field.name} value={field.initialValue} /> : null)}
        {hasWords ? <TextArea field={words} label={t("questions.make.label")} rows={4} lang={fields.lang.initialValue ?? ""} /> : null}
        {act === "nameGroup" ? <TextField field={name} label={t("questions.groupName.label")} lang={fields.lang.initialValue ?? ""} /> : null}
        <div className="row">
          {hasWords || act === "nameGroup" ? <Button>{t("questions.refused.again")}</Button> : null}
          <ButtonLink look="quiet" to={back?.startsWith(room) ? back : room} reloadDocument>{t("questions.refused.back")}</ButtonLink>
        </div>
      </form>
    </Page>
  );
}
