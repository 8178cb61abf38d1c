import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { formTitle } from "#app/language/page-title.server.ts";
import { pageTitle } from "#app/language/page-title.ts";
import { requireMember } from "#app/session/seat.server.ts";
import { think, thinkingPage } from "#app/stages/private-thinking.server.ts";
import { NotesPage, RemovePage, SharePage } from "#app/thinking/notes-page.tsx";

export const handle = { still: true };
export const meta = pageTitle;

/** GET → this member's private notes; ?share=<note>&as=said|concept|question → what everybody would see; ?remove=<note> → asks first. Nobody else's, ever. */
export async function loader(args: LoaderFunctionArgs) {
  const page = await thinkingPage(args.context, await requireMember(args), new URL(args.request.url).searchParams);
  return { page, title: await formTitle(args.request, "thinking.title") };
}

/** POST a form of app/thinking/notes.ts → kept, removed or shared, and on; the page again with what is to be seen or mended. */
export async function action(args: ActionFunctionArgs) {
  const done = await think(args.context, await requireMember(args), await args.request.formData());
  return "to" in done ? redirect(done.to) : data({ page: done.page }, { status: done.status });
}

export default function ThinkingRoute() {
  const loaded = useLoaderData<typeof loader>();
  const { page } = useActionData<typeof action>() ?? loaded;
  if (page.kind === "share") return <SharePage {...page} />;
  return page.kind === "remove" ? <RemovePage {...page} /> : <NotesPage {...page} />;
}
