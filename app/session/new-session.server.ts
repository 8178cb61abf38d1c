import { redirect } from "@remix-run/node";

import type { Db } from "#app/context.server.ts";
import { readForm, refuse } from "#app/ui/form.server.ts";

import { chosenFrom, type OfferedEvidence } from "./offered.ts";
import { deleteTemplate, stagesFor } from "./own-templates.server.ts";
import { createSession } from "./prepare.server.ts";
import { newSessionForm } from "./session-form.server.ts";

interface NewSessionPost {
  readonly form: FormData;
  readonly enquiryId: string;
  readonly facilitatorId: string;
}

/** Answers the form for a new session: on to its preparing page, or what is wrong. */
export async function answerMaking(db: Db, { form, enquiryId, facilitatorId, offered }: NewSessionPost & { readonly offered: readonly OfferedEvidence[] }) {
  const submission = readForm(form, newSessionForm);
  if (submission.status !== "success") return refuse(submission);
  const stages = await stagesFor(db, facilitatorId, submission.value.template);
  if (!stages) return refuse(submission, { template: ["session.template.missing"] });
  const evidence = chosenFrom(offered, submission.value.evidence);
  return redirect(`/sessions/${await createSession(db, enquiryId, { ...submission.value, evidence, stages })}`);
}

/** Deletes one of the facilitator's own templates and comes back to the form. */
export async function answerDeleting(db: Db, { form, enquiryId, facilitatorId }: NewSessionPost) {
  const id = form.get("ownTemplate");
  if (typeof id === "string") await deleteTemplate(db, facilitatorId, id);
  return redirect(`/enquiries/${enquiryId}/sessions/new`);
}
