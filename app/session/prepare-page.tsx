import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { Translated } from "#app/language/translated.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";

import { DetailsForm, EvidenceForm, OwnTemplate, UndoRemoval, type PrepareAnswer } from "./prepare-forms.tsx";
import type { ActivityChoice, Preparation } from "./preparing.ts";
import { StageForm } from "./stage-form.tsx";
import { StageRows } from "./stage-rows.tsx";
import { minutesOf } from "./templates/template.ts";

interface PreparePageProps {
  readonly session: Preparation;
  readonly activities: readonly ActivityChoice[];
  /** The facilitator's rehearsal of it that is under way, by its id. */
  readonly rehearsalId: string | null;
  readonly answer: PrepareAnswer | undefined;
  /** The stage being changed. */
  readonly editId: string | null;
  /** True just after something was saved. */
  readonly saved: boolean;
}

/** Prepare a session: everything can be changed until it is closed, the evidence until the door first opens. */
export function PreparePage({ session, activities, rehearsalId, answer, editId, saved }: PreparePageProps) {
  const { t } = useTranslation();
  const sealed = session.state === "closed";
  return (
    <Page over={<a href={`/enquiries/${session.enquiry.id}`}><Translated words={session.enquiry.title} /></a>} title={<Translated words={session.title} />}>
      {saved && !answer ? <Notice announce><p>{t("session.prepare.saved")}</p></Notice> : null}
      {answer?.problem ? <Notice tone="problem" announce><p>{t(answer.problem)}</p></Notice> : null}
      {answer?.removed ? <UndoRemoval removed={answer.removed} /> : null}
      <Begin session={session} />
      {sealed || session.rehearsal ? null : <Rehearse id={session.id} rehearsalId={rehearsalId} />}
      <Stages session={session} activities={activities} answer={answer} editId={editId} />
      <OwnTemplate answer={answer} />
      {sealed ? null : (
        <section className="stack" aria-labelledby="evidence-title">
          <h2 id="evidence-title">{t("session.prepare.evidence")}</h2>
          <EvidenceForm session={session} answer={answer} />
        </section>
      )}
      {sealed ? null : (
        <section className="stack" aria-labelledby="details-title">
          <h2 id="details-title">{t("session.prepare.details")}</h2>
          <DetailsForm session={session} answer={answer} />
        </section>
      )}
    </Page>
  );
}

/** Where the session stands and the one big thing to do next. */
function Begin({ session: { id, state, doorOpen } }: { readonly session: Preparation }) {
  const { t } = useTranslation();
  return (
    <section className="card stack">
      <p className="lead">{t(`session.prepare.state.${state}`)}</p>
      {state === "preparing" ? (
        <Form method="post" className="stack-tight">
          <Button name="intent" value="openDoor" className="w-full text-xl sm:w-auto">{t("session.door.open")}</Button>
          <p className="aside">{t("session.door.openFirst")}</p>
        </Form>
      ) : null}
      {state === "open" ? <ButtonLink to={`/sessions/${id}/desk`}>{t("session.prepare.desk")}</ButtonLink> : null}
      {state === "closed" ? <ButtonLink to={`/sessions/${id}/report`}>{t("session.prepare.report")}</ButtonLink> : null}
      {state === "closed" ? null : (
        <p className="flex flex-wrap gap-x-6 gap-y-2">
          {state === "preparing" ? <a href={`/sessions/${id}/desk`}>{t("session.prepare.desk")}</a> : null}
          <a href={`/sessions/${id}/sheet`}>{t("session.prepare.sheet")}</a>
          <a href={`/sessions/${id}/projector`}>{t("session.prepare.projector")}</a>
        </p>
      )}
      {state === "open" && !doorOpen ? <p>{t("session.door.isClosed")}</p> : null}
    </section>
  );
}

function Rehearse({ id, rehearsalId }: { readonly id: string; readonly rehearsalId: string | null }) {
  const { t } = useTranslation();
  return (
    <Form method="post" action={`/sessions/${id}/rehearsal`} reloadDocument className="stack-tight">
      <Button look="quiet" name="intent" value="start">{t(rehearsalId ? "session.rehearsal.go" : "session.rehearsal.start")}</Button>
      <p className="aside">{t("session.rehearsal.hint")}</p>
    </Form>
  );
}

function Stages({ session, activities, answer, editId }: Omit<PreparePageProps, "saved" | "rehearsalId">) {
  const { t } = useTranslation();
  const sealed = session.state === "closed";
  const edited = sealed ? undefined : session.stages.find(({ id }) => id === editId);
  const refusedFor = (intent: string) => (answer?.intent === intent ? answer.form : undefined);
  return (
    <section className="stack" aria-labelledby="stages-title">
      <h2 id="stages-title">{t("session.stage.title")}</h2>
      <p className="aside">{t("session.minutes.total", { count: minutesOf(session.stages) })}</p>
      <StageRows
        stages={session.stages}
        activities={activities}
        sealed={sealed}
        edited={edited ? { id: edited.id, form: <StageForm key={edited.id} stage={edited} activities={activities} refused={refusedFor("editStage")} cancelTo={`?#${edited.id}`} /> } : null}
      />
      {sealed ? null : (
        <details className="card stack" open={refusedFor("addStage") !== undefined || session.stages.length === 0}>
          <summary className="font-bold">{t("session.stage.add")}</summary>
          <StageForm key={session.stages.length} activities={activities} refused={refusedFor("addStage")} />
        </details>
      )}
    </section>
  );
}
