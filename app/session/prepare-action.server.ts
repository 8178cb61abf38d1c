import { data, redirect } from "@remix-run/node";

import { readForm } from "#app/ui/form.server.ts";

import { openDoor, type Desk } from "./desk.server.ts";
import { chosenFrom, type OfferedEvidence } from "./offered.ts";
import type { Needing } from "./needs.ts";
import { saveTemplate } from "./own-templates.server.ts";
import { prepare, type Change } from "./prepare.server.ts";
import { prepareForm } from "./session-form.server.ts";

interface PreparePost {
  readonly sessionId: string;
  /** What may be chosen now; anything else in the form is passed over. */
  readonly offered: readonly OfferedEvidence[];
  readonly form: FormData;
  /** Keys of the activities that this version knows. */
  readonly activities: readonly string[];
  readonly needing: Needing;
  readonly facilitatorId: string;
}

/** Answers a form of the preparing page: on to the page again, or to the desk once the door is open; else what is wrong. */
export async function answerPreparing(desk: Desk, post: PreparePost) {
  const { sessionId, form, needing, facilitatorId } = post;
  if (form.get("intent") === "openDoor") return answerOpening(desk, sessionId, needing);
  const submission = readForm(form, prepareForm);
  const intent = intentOf(form);
  if (submission.status !== "success") return data({ intent, form: submission.reply() }, { status: 422 });
  const wish = submission.value;
  if (wish.intent === "saveTemplate") return answerSaving(desk, { sessionId, facilitatorId, name: wish.templateName });
  if (!(await isKnown(desk, wish, post))) return data({ intent, problem: "session.problem.activityUnknown" as const }, { status: 409 });
  const prepared = await prepare(desk, sessionId, onlyOffered(wish, post.offered), needing);
  if (!prepared.ok) return data({ intent, problem: prepared.problem }, { status: 409 });
  if (prepared.removed) return data({ intent, removed: prepared.removed });
  const at = "id" in wish ? `#${wish.id}` : "";
  return redirect(`/sessions/${sessionId}?saved${at}`);
}

/** A stage made with a later version keeps its key; otherwise only what this version knows can be chosen. */
async function isKnown({ db }: Desk, wish: Change, { sessionId, activities }: PreparePost): Promise<boolean> {
  if (!("activity" in wish) || activities.includes(wish.activity)) return true;
  return wish.intent === "editStage" && (await db.stage.count({ where: { id: wish.id, sessionId, activity: wish.activity } })) === 1;
}

async function answerSaving({ db }: Desk, wish: { sessionId: string; facilitatorId: string; name: string }) {
  await saveTemplate(db, wish);
  return redirect(`/sessions/${wish.sessionId}?saved`);
}

async function answerOpening(desk: Desk, sessionId: string, needing: Needing) {
  const opened = await openDoor(desk, sessionId, needing);
  return opened.ok ? redirect(`/sessions/${sessionId}/desk`) : data({ intent: "openDoor", problem: opened.problem }, { status: 409 });
}

function onlyOffered(wish: Change, offered: readonly OfferedEvidence[]): Change {
  return wish.intent === "evidence" ? { ...wish, evidence: chosenFrom(offered, wish.evidence) } : wish;
}

function intentOf(form: FormData): string {
  const intent = form.get("intent");
  return typeof intent === "string" ? intent : "";
}
