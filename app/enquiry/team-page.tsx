import { getFormProps, useForm, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { Facilitator } from "#app/host/facilitator.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextField } from "#app/ui/field.tsx";

interface TeamPageProps {
  readonly lastResult: SubmissionResult<string[]> | undefined;
  readonly team: readonly Facilitator[];
  /** Id of whoever reads this. */
  readonly me: string;
}

/** Who is on the team, each with the way off it; and a box to add somebody. */
export function TeamPage({ lastResult, team, me }: TeamPageProps) {
  const { t } = useTranslation();
  const [form, fields] = useForm<{ email: string }>({ lastResult });
  return (
    <>
      <ErrorSummary form={form} />
      <section className="stack">
        <h2>{t("enquiry.team.who")}</h2>
        <ul className="plain-list stack">
          {team.map((member) => <Member key={member.id} member={member} isMe={member.id === me} isOnly={team.length === 1} />)}
        </ul>
      </section>
      <section className="stack">
        <h2>{t("enquiry.team.addTitle")}</h2>
        <Form method="post" {...getFormProps(form)} className="stack">
          <TextField field={fields.email} label={t("enquiry.team.email")} hint={t("enquiry.team.emailHint")} type="email" inputMode="email" />
          <Button name="intent" value="add">{t("enquiry.team.add")}</Button>
        </Form>
      </section>
    </>
  );
}

function Member({ member, isMe, isOnly }: { readonly member: Facilitator; readonly isMe: boolean; readonly isOnly: boolean }) {
  const { t } = useTranslation();
  return (
    <li className="card row justify-between">
      <span>{member.name} {isMe ? t("enquiry.team.you") : ""}<span className="aside block">{member.email}</span></span>
      {isOnly ? null : (
        <Form method="post">
          <input type="hidden" name="facilitatorId" value={member.id} />
          <Button look="danger" name="intent" value="remove">{t("enquiry.team.remove", { name: member.name })}</Button>
        </Form>
      )}
    </li>
  );
}
