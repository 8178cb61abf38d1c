import { getFormProps, useForm, type SubmissionResult } from "@conform-to/react";
import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { languages, otherLanguage } from "#app/language/languages.ts";
import { useLanguage } from "#app/language/use-language.ts";
import { perspectives, readPerspective } from "#app/session/perspective.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Choices, TextField } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";

import { ConsentText } from "./consent-text.tsx";

interface WithoutDevicePageProps {
  readonly sessionId: string;
  readonly people: readonly { readonly id: string; readonly name: string; readonly perspective: string }[];
  /** Id for the next person. */
  readonly newId: string;
  /** Id of whoever was just seated; null for nobody. */
  readonly seatedId: string | null;
  /** The desk's answer to a form that it could not take. */
  readonly refused: SubmissionResult<string[]> | undefined;
}

/** Who is here without a device, and the seat for another: asked in their presence, read to them, ticked when they agree. */
export function WithoutDevicePage({ sessionId, people, newId, seatedId, refused }: WithoutDevicePageProps) {
  const { t } = useTranslation();
  const seated = people.find(({ id }) => id === seatedId);
  return (
    <Page title={t("seating.title")}>
      {seated ? <Notice announce><p>{t("seating.seated", { name: seated.name })}</p></Notice> : null}
      <p className="lead">{t("seating.lead")}</p>
      <SeatForm key={newId} newId={newId} refused={refused} />
      <section className="stack-tight" aria-labelledby="here-without">
        <h2 id="here-without">{t("seating.here")}</h2>
        {people.length === 0 ? <p>{t("seating.none")}</p> : null}
        <ul className="plain-list stack-tight">
          {people.map(({ id, name, perspective }) => (
            <li key={id} className="row">
              <strong translate="no">{name}</strong> <span className="aside">{t(`session.perspective.${readPerspective(perspective)}`)}</span>
              <Link to={`/s/${sessionId}/people/${id}/ballot`} reloadDocument>{t("seating.ballot", { name })}</Link>
            </li>
          ))}
        </ul>
      </section>
      <ButtonLink look="quiet" to={`/s/${sessionId}`} reloadDocument>{t("seating.back")}</ButtonLink>
    </Page>
  );
}

type Fields = Record<"memberId" | "name" | "perspective" | "language" | "agree", string>;

function SeatForm({ newId, refused }: Pick<WithoutDevicePageProps, "newId" | "refused">) {
  const { t } = useTranslation();
  const own = useLanguage();
  const [form, fields] = useForm<Fields>({ id: "seat", lastResult: refused, defaultValue: { memberId: newId } });
  const whose = perspectives.map((value) => ({ value, label: t(`join.perspective.${value}.label`), hint: t(`join.perspective.${value}.hint`) }));
  return (
    <Form method="post" className="stack" {...getFormProps(form)}>
      <ErrorSummary form={form} />
      <input type="hidden" name={fields.memberId.name} value={fields.memberId.initialValue ?? newId} />
      <TextField field={fields.name} label={t("seating.name")} autoComplete="off" />
      <Choices field={fields.perspective} label={t("seating.perspective")} hint={t("seating.perspectiveHint")} options={whose} />
      <Choices field={fields.language} label={t("seating.language")} options={languages.map((value) => ({ value, label: t(`common.languages.${value}`) }))} />
      <div className="card stack">
        <h2>{t("seating.consent")}</h2>
        <ConsentText language={own} />
        <details>
          <summary>{t("seating.inOther", { language: t(`common.languages.${otherLanguage(own)}`) })}</summary>
          <ConsentText language={otherLanguage(own)} />
        </details>
      </div>
      <Choices field={fields.agree} type="checkbox" label={t("seating.agreeLabel")} options={[{ value: "agreed", label: t("seating.agreed") }]} />
      <Button>{t("seating.seat")}</Button>
    </Form>
  );
}
