import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { readChoice } from "#app/erasing/choice.ts";
import { ConfirmPage } from "#app/erasing/confirm-page.tsx";
import { eraseWords } from "#app/erasing/erase.server.ts";
import { confirmPage } from "#app/erasing/pages.server.ts";
import { requireFacilitator } from "#app/host/sign-in.server.ts";
import { formTitle } from "#app/language/page-title.server.ts";
import { pageTitle } from "#app/language/page-title.ts";
import { requireMember } from "#app/session/seat.server.ts";
import { sessionFor } from "#app/session/session.server.ts";

export const handle = { still: true };
export const meta = pageTitle;

/** GET ?member&what=all|chosen&record&worry&privateNotes → what erasing that would do. Leads back when nothing was chosen. */
export async function loader(args: LoaderFunctionArgs) {
  const session = await sessionFor(args.context.db, await requireFacilitator(args), args.params["session"]);
  const { searchParams } = new URL(args.request.url);
  const choice = readChoice(searchParams);
  const page = choice && (await confirmPage(args.context, session, choice));
  if (!page) throw redirect(`/sessions/${session.id}/erase?${new URLSearchParams({ member: searchParams.get("member") ?? "", nothing: "" })}`);
  return { title: await formTitle(args.request, "erasing.confirm.title"), page };
}

/** POST { member, what, record, worry, privateNotes } → erased for good, and how it went; 409 with the reason when it cannot be done now. */
export async function action(args: ActionFunctionArgs) {
  const session = await sessionFor(args.context.db, await requireFacilitator(args), args.params["session"]);
  const choice = readChoice(await args.request.formData());
  if (!choice) return redirect(`/sessions/${session.id}/erase`);
  const erased = await eraseWords(args.context, { sessionId: session.id, by: (await requireMember(args)).id, choice });
  if (!erased.ok) return data({ problem: erased.problem }, { status: 409 });
  return redirect(`/sessions/${session.id}/erase?${new URLSearchParams({ member: choice.memberId, done: erased.erasureId })}`);
}

export default function Confirm() {
  const { page } = useLoaderData<typeof loader>();
  return <ConfirmPage {...page} problem={useActionData<typeof action>()?.problem ?? page.problem} />;
}
