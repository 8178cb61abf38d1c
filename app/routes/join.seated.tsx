import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { goOn, requireSeated } from "#app/join/answers.server.ts";
import { seatedForm } from "#app/join/join-form.server.ts";
import { SeatedPage } from "#app/join/seated-page.tsx";
import { wordFor } from "#app/language/page-title.server.ts";
import { pageTitle } from "#app/language/page-title.ts";
import { setSharedDevice } from "#app/session/seat.server.ts";
import { isUnderWay } from "#app/session/session.server.ts";
import { readForm } from "#app/ui/form.server.ts";

export const handle = { still: true };
export const meta = pageTitle;

/** GET → the return code, until its owner goes on. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { returnCode } = await requireSeated({ context, request });
  return { title: await wordFor(request, "join.seated.title"), returnCode };
}

/** POST { shared? } → the room, or, for who comes when the others are under way, a page to catch up; the return code is not shown again. `shared`: other people use this device. */
export async function action({ context, request }: ActionFunctionArgs) {
  const { sessionId } = await requireSeated({ context, request });
  const submission = readForm(await request.formData(), seatedForm);
  const sharedDevice = submission.status === "success" && submission.value.shared;
  await setSharedDevice(context.db, { sessionId, cookies: request.headers.get("Cookie"), sharedDevice });
  const isLate = await isUnderWay(context.db, sessionId);
  return goOn(context, isLate ? `/s/${sessionId}/catch-up` : `/s/${sessionId}`, null);
}

export default function JoinSeated() {
  return <SeatedPage returnCode={useLoaderData<typeof loader>().returnCode} />;
}
