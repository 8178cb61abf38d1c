import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireFacilitator } from "#app/host/sign-in.server.ts";
import { formTitle } from "#app/language/page-title.server.ts";
import { pageTitle } from "#app/language/page-title.ts";
import { languageOf } from "#app/language/language.server.ts";
import { mendFromDesk } from "#app/session/mend-action.server.ts";
import { undoPage } from "#app/session/mending.server.ts";
import { requireMember } from "#app/session/seat.server.ts";
import { sessionFor } from "#app/session/session.server.ts";
import { UndoPage } from "#app/session/undo-page.tsx";

export const meta = pageTitle;

/** GET ?member → what undoing that person's changes would do, document by document; and what was undone so far. */
export async function loader(args: LoaderFunctionArgs) {
  const session = await sessionFor(args.context.db, await requireFacilitator(args), args.params["session"]);
  const { searchParams } = new URL(args.request.url);
  const page = await undoPage(args.context, session, { memberId: searchParams.get("member"), language: await languageOf(args.request) });
  return { title: await formTitle(args.request, "session.mend.title"), done: searchParams.get("done"), ...page };
}

/** POST { intent: "undo" | "putBack", documentId, … } (see mend-action.server.ts) → the page again; 409 with the reason when it cannot be. */
export async function action(args: ActionFunctionArgs) {
  const session = await sessionFor(args.context.db, await requireFacilitator(args), args.params["session"]);
  const form = await args.request.formData();
  const decided = await mendFromDesk(args.context, { sessionId: session.id, by: (await requireMember(args)).id }, form);
  if (!decided?.ok) return data({ problem: decided?.problem ?? "session.problem.unknown" as const }, { status: 409 });
  const search = new URLSearchParams({ done: String(form.get("intent")), member: String(form.get("memberId") ?? "") });
  return redirect(`/sessions/${session.id}/undo?${search}`);
}

export default function Undo() {
  const { done, ...page } = useLoaderData<typeof loader>();
  return <UndoPage {...page} done={done === "undo" || done === "putBack" ? done : null} problem={useActionData<typeof action>()?.problem} />;
}
