import { getFormProps, useForm, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { Bilingual } from "#app/language/bilingual.ts";
import { Translated } from "#app/language/translated.tsx";
import { useLanguage } from "#app/language/use-language.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Choices } from "#app/ui/field.tsx";
import { Page } from "#app/ui/page.tsx";

import { Asked } from "./asked.tsx";
import { DetailsFields, detailsOf, type Details } from "./details-fields.tsx";
import { EvidenceField } from "./evidence-field.tsx";
import type { OfferedEvidence } from "./offered.ts";
import type { OwnTemplateLine } from "./own-template.ts";
import { minutesOf } from "./templates/template.ts";
import { templates } from "./templates/templates.ts";

interface NewSessionProps {
  readonly enquiry: { readonly id: string; readonly title: Bilingual };
  readonly offered: readonly OfferedEvidence[];
  /** The facilitator's own templates. */
  readonly own: readonly OwnTemplateLine[];
  readonly refused: { readonly form: SubmissionResult<string[]> } | undefined;
}

const PUBLISHED = 3;

/** Make a session: from a template, with its evidence, its outcome and the mix it needs. */
export function NewSessionPage({ enquiry, offered, own, refused }: NewSessionProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [form, fields] = useForm<Details & { template: string; evidence: string[] }>({
    id: "session",
    lastResult: refused?.form,
    defaultValue: { ...detailsOf({ title: {}, publishCount: PUBLISHED, mix: {} }), template: templates[0]?.key, evidence: offered.map(({ versionId }) => versionId) },
  });
  const options = templates.map(({ key, name, about, stages }) => ({ value: key, label: name[language], hint: t("session.template.about", { count: minutesOf(stages), about: about[language] }) }));
  const ownOptions = own.map(({ key, name, minutes }) => ({ value: key, label: name, hint: t("session.template.about", { count: minutes, about: t("session.own.yours") }) }));
  return (
    <Page over={<a href={`/enquiries/${enquiry.id}`}><Translated words={enquiry.title} /></a>} title={t("session.new.title")}>
      <Form method="post" className="stack" {...getFormProps(form)}>
        <ErrorSummary form={form} />
        <Choices field={fields.template} label={t("session.template.label")} hint={t("session.template.hint")} options={[...options, ...ownOptions]} />
        <DetailsFields title={fields.title} publishCount={fields.publishCount} mix={fields.mix} />
        <EvidenceField field={fields.evidence} offered={offered} />
        <Button>{t("session.new.create")}</Button>
      </Form>
      {own.length > 0 ? <OwnTemplates own={own} /> : null}
    </Page>
  );
}

/** Forms of their own, after the one that makes the session. */
function OwnTemplates({ own }: Pick<NewSessionProps, "own">) {
  const { t } = useTranslation();
  return (
    <details>
      <summary className="font-bold">{t("session.own.title")}</summary>
      <ul className="plain-list stack-tight mt-3">
        {own.map(({ id, name }) => (
          <li key={id}>
            <span>{name}</span>
            <Asked ask={t("common.remove")} label={t("session.own.delete", { name })}>
              <Form method="post" className="stack-tight">
                <p>{t("session.own.deleteHint")}</p>
                <input type="hidden" name="ownTemplate" value={id} />
                <Button look="danger" name="intent" value="deleteTemplate" aria-label={t("session.own.deleteName", { name })}>{t("session.own.deleteSure")}</Button>
              </Form>
            </Asked>
          </li>
        ))}
      </ul>
    </details>
  );
}
