/** What the desk answers where there is no JavaScript and a form could not be followed: why, and every word typed. */
import { getFormProps, useForm, type SubmissionResult } from "@conform-to/react";
import { useTranslation } from "react-i18next";

import { Button, ButtonLink } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextArea, TextField } from "#app/ui/field.tsx";
import { Page } from "#app/ui/page.tsx";

/** What a form of acts.ts says beside the words: all of it goes with them when they are mended. Named one by one, because conform's fields cannot be listed. */
const beside = ["act", "document", "back", "question", "group", "other", "note", "forMember", "checked", "lang"] as const;

/** A form of acts.ts as it came. */
type Posted = Record<(typeof beside)[number] | "words" | "name", string>;

export function RefusedPage({ answer, room }: { readonly answer: SubmissionResult<string[]> | undefined; readonly room: string }) {
  const { t } = useTranslation();
  const [form, fields] = useForm<Posted>({ lastResult: answer });
  const act = fields.act.initialValue;
  const hasWords = act === "ask" || act === "reword" || act === "correct";
  const back = fields.back.initialValue;
  return (
    <Page title={t("questions.refused.title")}>
      <form method="post" className="stack" {...getFormProps(form)}>
        <ErrorSummary form={form} />
        {beside.map((name) => fields[name].initialValue ? <input key={name} type="hidden" name={name} value={fields[name].initialValue} /> : null)}
        {hasWords ? <TextArea field={fields.words} label={t("questions.make.label")} rows={4} lang={fields.lang.initialValue ?? ""} /> : null}
        {act === "nameGroup" ? <TextField field={fields.name} label={t("questions.groupName.label")} lang={fields.lang.initialValue ?? ""} /> : null}
        <div className="row">
          {hasWords || act === "nameGroup" ? <Button>{t("questions.refused.again")}</Button> : null}
          <ButtonLink look="quiet" to={back?.startsWith(room) ? back : room} reloadDocument>{t("questions.refused.back")}</ButtonLink>
        </div>
      </form>
    </Page>
  );
}
