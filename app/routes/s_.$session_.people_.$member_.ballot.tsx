import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { wordFor } from "#app/language/page-title.server.ts";
import { pageTitle } from "#app/language/page-title.ts";
import { castFromPaper, paperBallotOf } from "#app/stages/paper-ballot.server.ts";
import { PaperBallotPage } from "#app/stages/paper-ballot.tsx";
import { requireScribe } from "#app/talk/scribe.server.ts";

export const handle = { still: true };
export const meta = pageTitle;

/** GET → what can be voted on now, for one person without a device. 404 for who is neither scribe nor facilitator, and for people with a device. */
export async function loader(args: LoaderFunctionArgs) {
  const { sessionId, role } = await requireScribe(args);
  const memberId = args.params["member"] ?? "";
  return { sessionId, memberId, isFacilitator: role === "facilitator", paper: await paperBallotOf(args.context, { sessionId, memberId }), title: await wordFor(args.request, "seating.title") };
}

/** POST a ballot form (app/voting/round.ts) → BallotAnswer, 422 when there is something to mend. */
export async function action(args: ActionFunctionArgs) {
  const { sessionId } = await requireScribe(args);
  const answer = await castFromPaper(args.context, { sessionId, memberId: args.params["member"] ?? "" }, await args.request.formData());
  return data(answer, { status: answer.ok ? 200 : 422 });
}

export default function PaperBallotRoute() {
  const { sessionId, memberId, isFacilitator, paper } = useLoaderData<typeof loader>();
  return <PaperBallotPage sessionId={sessionId} memberId={memberId} isFacilitator={isFacilitator} paper={paper} answer={useActionData<typeof action>()} />;
}
