import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { newMemberId, peopleWithoutDevice, seatWithoutDevice, withoutDeviceForm } from "#app/join/without-device.server.ts";
import { WithoutDevicePage } from "#app/join/without-device-page.tsx";
import { formTitle } from "#app/language/page-title.server.ts";
import { pageTitle } from "#app/language/page-title.ts";
import { requireScribe } from "#app/talk/scribe.server.ts";
import { readForm, refuse } from "#app/ui/form.server.ts";

export const handle = { still: true };
export const meta = pageTitle;

/** GET ?seated=<member> → who is here without a device, and a seat for another. 404 for who is neither scribe nor facilitator. */
export async function loader(args: LoaderFunctionArgs) {
  const { sessionId } = await requireScribe(args);
  const people = await peopleWithoutDevice(args.context.db, sessionId);
  const seatedId = new URL(args.request.url).searchParams.get("seated");
  return { sessionId, people, seatedId, newId: newMemberId(), title: await formTitle(args.request, "seating.title") };
}

/** POST { memberId, name, perspective, language, agree } → they are in; 422 with everything typed. */
export async function action(args: ActionFunctionArgs) {
  const { sessionId } = await requireScribe(args);
  const submission = readForm(await args.request.formData(), withoutDeviceForm);
  if (submission.status !== "success") return refuse(submission);
  const decided = await seatWithoutDevice(args.context, sessionId, submission.value);
  if (!decided.ok) return refuse(submission, { "": [decided.problem] });
  return redirect(`/s/${sessionId}/people?seated=${submission.value.memberId}`);
}

export default function PeopleRoute() {
  const { sessionId, people, newId, seatedId } = useLoaderData<typeof loader>();
  return <WithoutDevicePage sessionId={sessionId} people={people} newId={newId} seatedId={seatedId} refused={useActionData<typeof action>()?.form} />;
}
