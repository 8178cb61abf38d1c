import { data, redirect, type ActionFunctionArgs, type AppLoadContext, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireFacilitator } from "#app/host/sign-in.server.ts";
import { readBilingual } from "#app/language/bilingual.ts";
import { wordFor } from "#app/language/page-title.server.ts";
import { pageTitle } from "#app/language/page-title.ts";
import { LiveSession, OpenLines, useHere, useServerClock } from "#app/live/live-session.tsx";
import { decideFromDesk } from "#app/session/desk-action.server.ts";
import type { Decided } from "#app/session/desk.server.ts";
import { DeskPage } from "#app/session/desk-page.tsx";
import { doorOf } from "#app/session/door.server.ts";
import { membersOf, peopleOf } from "#app/session/people.server.ts";
import { requireMember } from "#app/session/seat.server.ts";
import { sessionFor } from "#app/session/session.server.ts";
import { boardOf } from "#app/stages/board.server.ts";
import { needingIn } from "#app/stages/needs.server.ts";
import { RoundCard } from "#app/stages/round-card.tsx";
import { closeRankingRound, openRankingRound } from "#app/stages/round.server.ts";
import { useBoard } from "#app/stages/use-board.ts";
import { useFresh } from "#app/stages/use-fresh.ts";

export const meta = pageTitle;

/** GET → everything the facilitator runs the session with. 404 unless its enquiry is theirs. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, origin } = args.context;
  const session = await sessionFor(db, await requireFacilitator(args), args.params["session"]);
  const [me, board, people, members] = await Promise.all([requireMember(args), boardOf(db, session.id), peopleOf(db, session.id), membersOf(db, session.id)]);
  if (!board) throw new Response(null, { status: 404 });
  const title = await wordFor(args.request, "session.desk.title");
  return { title, session: { id: session.id, title: readBilingual(session.title) }, me: me.id, board, people, members, door: doorOf(session, origin) };
}

/** POST { intent, … } → one decision, told to every page; 409 with the reason when it cannot be. */
export async function action(args: ActionFunctionArgs) {
  const session = await sessionFor(args.context.db, await requireFacilitator(args), args.params["session"]);
  const form = await args.request.formData();
  const decided = (await decideFromDesk(args.context, session.id, form, await needingIn(args.context, session.id))) ?? (await decideOnRound(args.context, session.id, form.get("intent")));
  if (decided.ok) return redirect(`/sessions/${session.id}/desk`);
  return data({ problem: decided.problem }, { status: 409 });
}

/** Rounds are a neighbour of the session's: here the two meet. */
async function decideOnRound(context: AppLoadContext, sessionId: string, intent: FormDataEntryValue | null): Promise<Decided> {
  if (intent === "openRound") return openRankingRound(context, sessionId);
  if (intent !== "closeRound") return { ok: false, problem: "session.problem.unknown" };
  await closeRankingRound(context, sessionId);
  return { ok: true };
}

export default function Desk() {
  const { session, board, people, me } = useLoaderData<typeof loader>();
  return (
    <LiveSession sessionId={session.id} initialNotice={board} initialPeople={people} me={me}>
      <OpenLines />
      <LiveDesk />
    </LiveSession>
  );
}

function LiveDesk() {
  const { session, board: loaded, members, door } = useLoaderData<typeof loader>();
  const board = useBoard();
  useFresh(loaded.version);
  return <DeskPage session={session} board={board} door={door} members={members} here={useHere()} serverNow={useServerClock()} problem={useActionData<typeof action>()?.problem} round={<RoundCard />} />;
}
