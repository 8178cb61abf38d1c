import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { goOn, requireSeated } from "#app/join/answers.server.ts";
import { SeatedPage } from "#app/join/seated-page.tsx";
import { wordFor } from "#app/language/page-title.server.ts";
import { pageTitle } from "#app/language/page-title.ts";
import { isUnderWay } from "#app/session/session.server.ts";

export const handle = { still: true };
export const meta = pageTitle;

/** GET → the return code, until its owner goes on. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { returnCode } = await requireSeated({ context, request });
  return { title: await wordFor(request, "join.seated.title"), returnCode };
}

/** POST → the room, or, for who comes when the others are under way, a page to catch up; the return code is not shown again. */
export async function action({ context, request }: ActionFunctionArgs) {
  const { sessionId } = await requireSeated({ context, request });
  const isLate = await isUnderWay(context.db, sessionId);
  return goOn(context, isLate ? `/s/${sessionId}/catch-up` : `/s/${sessionId}`, null);
}

export default function JoinSeated() {
  return <SeatedPage returnCode={useLoaderData<typeof loader>().returnCode} />;
}
