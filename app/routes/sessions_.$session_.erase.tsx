import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { ErasePage } from "#app/erasing/erase-page.tsx";
import { erasePage } from "#app/erasing/pages.server.ts";
import { requireFacilitator } from "#app/host/sign-in.server.ts";
import { languageOf } from "#app/language/language.server.ts";
import { wordFor } from "#app/language/page-title.server.ts";
import { pageTitle } from "#app/language/page-title.ts";
import { sessionFor } from "#app/session/session.server.ts";

export const handle = { still: true };
export const meta = pageTitle;

/** GET ?member → how much there is of that person's words, and what of it can be chosen; what was erased so far. `?done`: the erasing that was just done; `?nothing`: nothing was chosen. */
export async function loader(args: LoaderFunctionArgs) {
  const session = await sessionFor(args.context.db, await requireFacilitator(args), args.params["session"]);
  const { searchParams } = new URL(args.request.url);
  const looking = { memberId: searchParams.get("member"), doneId: searchParams.get("done"), language: await languageOf(args.request) };
  return { title: await wordFor(args.request, "erasing.title"), isNothing: searchParams.has("nothing"), page: await erasePage(args.context, session, looking) };
}

export default function Erase() {
  const { page, isNothing } = useLoaderData<typeof loader>();
  return <ErasePage {...page} problem={isNothing ? "erasing.problem.nothing" : undefined} />;
}
