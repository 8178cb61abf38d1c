/** The forms of the preparing page that stand by themselves. */
import { getFormProps, useForm, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { inLanguage } from "#app/language/bilingual.ts";
import { useLanguage } from "#app/language/use-language.ts";
import type { WordKey } from "#app/language/words.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextField } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";

import { DetailsFields, detailsOf, type Details } from "./details-fields.tsx";
import { EvidenceField } from "./evidence-field.tsx";
import type { Preparation, RemovedStage } from "./preparing.ts";

/** What a form of the page came to when it did not simply go on: problems of its fields, or of the deed, or something to undo. */
export interface PrepareAnswer {
  readonly intent: string;
  readonly form?: SubmissionResult<string[]>;
  readonly problem?: WordKey;
  readonly removed?: RemovedStage;
}

interface PrepareFormProps {
  readonly session: Preparation;
  readonly answer: PrepareAnswer | undefined;
}

export function DetailsForm({ session, answer }: PrepareFormProps) {
  const { t } = useTranslation();
  const [form, fields] = useForm<Details>({ id: "details", lastResult: formOf(answer, "details"), defaultValue: detailsOf(session) });
  return (
    <Form method="post" className="stack" {...getFormProps(form)}>
      <ErrorSummary form={form} />
      <DetailsFields title={fields.title} publishCount={fields.publishCount} mix={fields.mix} />
      <Button look="quiet" name="intent" value="details">{t("common.save")}</Button>
    </Form>
  );
}

export function EvidenceForm({ session, answer }: PrepareFormProps) {
  const { t } = useTranslation();
  const chosen = session.offered.filter(({ itemId }) => session.evidence.some((item) => item.itemId === itemId));
  const [form, fields] = useForm<{ evidence: string[] }>({ id: "evidence", lastResult: formOf(answer, "evidence"), defaultValue: { evidence: chosen.map(({ versionId }) => versionId) } });
  if (session.state !== "preparing" && session.evidence.length > 0) return <ChosenEvidence session={session} />;
  return (
    <Form method="post" className="stack" {...getFormProps(form)}>
      <ErrorSummary form={form} />
      <EvidenceField field={fields.evidence} offered={session.offered} />
      {session.offered.length > 0 ? <Button look="quiet" name="intent" value="evidence">{t("common.save")}</Button> : null}
    </Form>
  );
}

function ChosenEvidence({ session }: { readonly session: Preparation }) {
  const { t } = useTranslation();
  return (
    <div className="stack-tight">
      <p>{t("session.evidence.fixed")}</p>
      <ul className="words-list">
        {session.evidence.map(({ versionId, title, language }) => <li key={versionId} lang={language}>{title}</li>)}
      </ul>
    </div>
  );
}

/** A removed stage can be put back where it was. */
export function UndoRemoval({ removed }: { readonly removed: RemovedStage }) {
  const { t } = useTranslation();
  const name = inLanguage(removed.name, useLanguage()).text;
  const fields = { place: removed.place, activity: removed.activity, minutes: removed.minutes, "name.en": removed.name.en, "name.cy": removed.name.cy, "prompt.en": removed.prompt.en, "prompt.cy": removed.prompt.cy };
  return (
    <Notice announce>
      <Form method="post" preventScrollReset className="row">
        <p>{t("session.stage.removed", { name })}</p>
        {Object.entries(fields).map(([field, value]) => <input key={field} type="hidden" name={field} value={value ?? ""} />)}
        <Button look="quiet" name="intent" value="restoreStage">{t("common.undo")}</Button>
      </Form>
    </Notice>
  );
}

/** Keeps the stages as a template of the facilitator's own. */
export function OwnTemplate({ answer }: Pick<PrepareFormProps, "answer">) {
  const { t } = useTranslation();
  const refused = formOf(answer, "saveTemplate");
  const [form, fields] = useForm<{ templateName: string }>({ id: "own-template", lastResult: refused });
  return (
    <details className="card stack" open={refused !== undefined}>
      <summary className="font-bold">{t("session.own.save")}</summary>
      <Form method="post" className="stack" {...getFormProps(form)}>
        <ErrorSummary form={form} />
        <TextField field={fields.templateName} label={t("session.own.name")} hint={t("session.own.hint")} />
        <Button look="quiet" name="intent" value="saveTemplate">{t("session.own.save")}</Button>
      </Form>
    </details>
  );
}

/** The answer's problems, when they are this form's. */
function formOf(answer: PrepareAnswer | undefined, intent: string) {
  return answer?.intent === intent ? answer.form : undefined;
}
