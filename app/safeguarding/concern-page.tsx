import { getFormProps, useForm, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { SelectField, TextArea } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { PhoneLink } from "#app/ui/phone-link.tsx";

import { CONCERN_LENGTH, type Written } from "./concern.ts";

/** The person named for safeguarding. */
export interface Contact {
  readonly name: string;
  readonly phone: string;
}

interface ConcernPageProps {
  readonly sessionId: string;
  readonly contact: Contact;
  readonly written: readonly Written[];
  /** "document/record" that the page was opened for. */
  readonly about: string;
  readonly refused: SubmissionResult<string[]> | undefined;
}

/** Characters of each thing written that a choice shows: enough to know it again. */
const SHOWN = 90;

/** Says a worry to the facilitator and the named contact. Promises no secrecy. Works without a script. */
export function ConcernPage({ sessionId, contact, written, about, refused }: ConcernPageProps) {
  const { t } = useTranslation();
  const [form, fields] = useForm<{ words: string; about: string }>({ id: "concern", lastResult: refused, defaultValue: { words: "", about } });
  const options = written.map((one) => ({ value: one.about, label: one.writer ? t("safeguarding.about.by", { writer: one.writer, words: shortened(one.words) }) : shortened(one.words) }));
  return (
    <Page title={t("safeguarding.title")}>
      <p className="lead">{t("safeguarding.lead", { name: contact.name })}</p>
      <Notice tone="warn"><p>{t("safeguarding.limits")}</p></Notice>
      <p><strong>{t("safeguarding.now", { name: contact.name })} <PhoneLink phone={contact.phone} /></strong></p>
      <Form method="post" className="stack" {...getFormProps(form)}>
        <ErrorSummary form={form} />
        <TextArea field={fields.words} label={t("safeguarding.words.label")} hint={t("safeguarding.words.hint")} rows={5} maxLength={CONCERN_LENGTH} />
        {written.length > 0 ? <SelectField field={fields.about} label={t("safeguarding.about.label")} hint={t("safeguarding.about.hint")} options={[{ value: "", label: t("safeguarding.about.none") }, ...options]} /> : null}
        <div className="row"><Button>{t("safeguarding.send", { name: contact.name })}</Button></div>
      </Form>
      <p><a href={`/s/${sessionId}`}>{t("safeguarding.back")}</a></p>
    </Page>
  );
}

/** It was passed on: to whom, and what to do now. */
export function ConcernSent({ sessionId, contact }: Pick<ConcernPageProps, "sessionId" | "contact">) {
  const { t } = useTranslation();
  return (
    <Page title={t("safeguarding.sent.title")}>
      <p className="lead">{t("safeguarding.sent.body", { name: contact.name })}</p>
      <p>{t("safeguarding.now", { name: contact.name })} <PhoneLink phone={contact.phone} /></p>
      <p><a className="button" href={`/s/${sessionId}`}>{t("safeguarding.sent.back")}</a></p>
    </Page>
  );
}

function shortened(words: string): string {
  const letters = [...words.replace(/\s+/g, " ")];
  return letters.length <= SHOWN ? letters.join("") : `${letters.slice(0, SHOWN).join("").trimEnd()}…`;
}
