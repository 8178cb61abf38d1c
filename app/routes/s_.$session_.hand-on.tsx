import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { HandOnPage } from "#app/join/hand-on-page.tsx";
import { codeToKeep, documentsOf, giveLaterCode, handOver, requireParticipant } from "#app/join/handing-on.server.ts";
import { wordFor } from "#app/language/page-title.server.ts";
import { pageTitle } from "#app/language/page-title.ts";

export const meta = pageTitle;

/** GET /s/:session/hand-on → whether everything is kept; once asked for, the return code to keep. */
export async function loader(args: LoaderFunctionArgs) {
  const { id: me, sessionId } = await requireParticipant(args);
  const returnCode = await codeToKeep(args, sessionId);
  const title = await wordFor(args.request, returnCode ? "handOn.codeTitle" : "handOn.title");
  return { title, sessionId, me, documentIds: await documentsOf(args.context.db, sessionId), returnCode };
}

/** POST { step: "code" } → the return code; { step: "seal" } → this browser's seats ended and wiped, and a fresh way in for the next person. */
export async function action(args: ActionFunctionArgs) {
  const member = await requireParticipant(args);
  const step = (await args.request.formData()).get("step");
  return step === "seal" ? handOver(args, member.sessionId) : giveLaterCode(args, member);
}

export default function HandOnRoute() {
  return <HandOnPage {...useLoaderData<typeof loader>()} />;
}
