import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { formTitle } from "#app/language/page-title.server.ts";
import { pageTitle } from "#app/language/page-title.ts";
import { requireMember } from "#app/session/seat.server.ts";
import { answerTalk } from "#app/talk/answer.server.ts";
import { talkErrand } from "#app/talk/errand.server.ts";
import { TalkPage } from "#app/talk/talk-page.tsx";

export const handle = { still: true };
export const meta = pageTitle;

/** GET ?back and one of ?reply ?reword ?correct ?withdraw=<contribution> → a form of its own, for pages without JavaScript. */
export async function loader(args: LoaderFunctionArgs) {
  const errand = await talkErrand(args.context, await requireMember(args), new URL(args.request.url).searchParams);
  return { errand, title: await formTitle(args.request, errand.titleKey) };
}

/** POST a form of app/talk/acts.ts → back to the page; 422 with everything typed. */
export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const answer = await answerTalk(args.context, await requireMember(args), form);
  return answer.ok ? redirect(answer.to) : data(answer, { status: 422 });
}

export default function TalkRoute() {
  const { errand } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <TalkPage errand={errand} refused={answer?.ok === false ? answer : undefined} />;
}
