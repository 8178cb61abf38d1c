import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { formTitle } from "#app/language/page-title.server.ts";
import { pageTitle } from "#app/language/page-title.ts";
import { backTo } from "#app/session/back-to.ts";
import { requireMember } from "#app/session/seat.server.ts";
import { RefusedConcept } from "#app/talk/refused-concept.tsx";
import { changeConcepts } from "#app/talk/concepts.server.ts";

export const handle = { still: true };
export const meta = pageTitle;

/** GET → the form for one idea, on a page of its own. */
export async function loader(args: LoaderFunctionArgs) {
  const { sessionId, language } = await requireMember(args);
  return { room: `/s/${sessionId}`, language, title: await formTitle(args.request, "concepts.title") };
}

/** POST { act: "add" | "withdraw", back, … } (app/talk/concept-acts.ts) → back to the room; 422 with what was typed when it could not be done. */
export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args);
  const form = await args.request.formData();
  const problem = await changeConcepts(args.context, member, form);
  const typed = Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
  return problem ? data({ problem, typed }, { status: 422 }) : redirect(backTo(typed["back"], member.sessionId));
}

export default function ConceptsRoute() {
  return <RefusedConcept {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
