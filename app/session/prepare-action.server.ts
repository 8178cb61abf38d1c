import { data, redirect } from "@remix-run/node";

import { readForm } from "#app/ui/form.server.ts";

import { openDoor, type Desk } from "./desk.server.ts";
import { chosenFrom, type OfferedEvidence } from "./offered.ts";
import { prepare } from "./prepare.server.ts";
import { prepareForm, type Preparing } from "./session-form.server.ts";

interface PreparePost {
  readonly sessionId: string;
  /** What may be chosen now; anything else in the form is passed over. */
  readonly offered: readonly OfferedEvidence[];
  readonly form: FormData;
}

/** Answers a form of the preparing page: on to the page again, or to the desk once the door is open; else what is wrong. */
export async function answerPreparing(desk: Desk, { sessionId, offered, form }: PreparePost) {
  if (form.get("intent") === "openDoor") return answerOpening(desk, sessionId);
  const submission = readForm(form, prepareForm);
  const intent = intentOf(form);
  if (submission.status !== "success") return data({ intent, form: submission.reply() }, { status: 422 });
  const prepared = await prepare(desk, sessionId, onlyOffered(submission.value, offered));
  if (!prepared.ok) return data({ intent, problem: prepared.problem }, { status: 409 });
  if (prepared.removed) return data({ intent, removed: prepared.removed });
  const at = "id" in submission.value ? `#${submission.value.id}` : "";
  return redirect(`/sessions/${sessionId}?saved${at}`);
}

async function answerOpening(desk: Desk, sessionId: string) {
  const opened = await openDoor(desk, sessionId);
  return opened.ok ? redirect(`/sessions/${sessionId}/desk`) : data({ intent: "openDoor", problem: opened.problem }, { status: 409 });
}

function onlyOffered(wish: Preparing, offered: readonly OfferedEvidence[]): Preparing {
  return wish.intent === "evidence" ? { ...wish, evidence: chosenFrom(offered, wish.evidence) } : wish;
}

function intentOf(form: FormData): string {
  const intent = form.get("intent");
  return typeof intent === "string" ? intent : "";
}
