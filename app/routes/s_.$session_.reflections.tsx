import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useParams } from "@remix-run/react";

import { problemTitle } from "#app/language/page-title.server.ts";
import { pageTitle } from "#app/language/page-title.ts";
import { requireMember } from "#app/session/seat.server.ts";
import { RefusedReflection } from "#app/talk/refused-reflection.tsx";
import { answerReflection } from "#app/talk/reflections.server.ts";

export const handle = { still: true };
export const meta = pageTitle;

/** GET → the room: this address is for forms only. After a refused post it is asked for the page's title. */
export async function loader(args: LoaderFunctionArgs) {
  const { sessionId } = await requireMember(args);
  if (args.request.headers.get("Content-Type") === null) throw redirect(`/s/${sessionId}`);
  return { title: await problemTitle(args.request, "reflections.refused") };
}

/** POST { act, back, … } (see reflections.ts) → back to the room; 422 { problem, typed } when it could not be kept. */
export async function action(args: ActionFunctionArgs) {
  const answer = await answerReflection(args.context, await requireMember(args), await args.request.formData());
  return answer.ok ? redirect(answer.to) : data(answer, { status: 422 });
}

export default function ReflectionsRoute() {
  return <RefusedReflection answer={useActionData<typeof action>()} room={`/s/${useParams()["session"]}`} />;
}
