import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { formTitle } from "#app/language/page-title.server.ts";
import { pageTitle } from "#app/language/page-title.ts";
import { titleOf } from "#app/notes/note-errand.ts";
import { noteForms } from "#app/notes/note-form.server.ts";
import { NotePage } from "#app/notes/note-page.tsx";
import { doErrand, noteErrand } from "#app/notes/notes.server.ts";
import { requireMember } from "#app/session/seat.server.ts";
import { readForm, refuse } from "#app/ui/form.server.ts";

export const handle = { still: true };
export const meta = pageTitle;

/** GET ?document&back and one of ?block ?reply ?edit ?withdraw ?withdrawReply → a form of its own, for pages without JavaScript. */
export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args);
  const errand = await noteErrand(args.context, member, new URL(args.request.url).searchParams);
  return { errand, myLang: member.language, title: await formTitle(args.request, titleOf(errand)) };
}

/** POST { act, document, back, … } (see note-form.server.ts) → back to the text, at the note; 422 with everything typed. */
export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args);
  const submission = readForm(await args.request.formData(), noteForms);
  if (submission.status !== "success") return refuse(submission);
  const done = await doErrand(args.context, member, submission.value);
  return "problems" in done ? refuse(submission, done.problems) : redirect(done.to);
}

export default function NotesRoute() {
  return <NotePage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()?.form} />;
}
