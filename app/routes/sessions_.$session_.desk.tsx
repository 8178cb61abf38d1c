import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, type ClientActionFunctionArgs, type ClientLoaderFunctionArgs } from "@remix-run/react";

import { requireFacilitator } from "#app/host/sign-in.server.ts";
import { readBilingual } from "#app/language/bilingual.ts";
import { wordFor } from "#app/language/page-title.server.ts";
import { pageTitle } from "#app/language/page-title.ts";
import { LiveSession, OpenLines, useHere, useServerClock } from "#app/live/live-session.tsx";
import { worriesOf } from "#app/safeguarding/contact.server.ts";
import { decideFromDesk } from "#app/session/desk-action.server.ts";
import { mendFromDesk } from "#app/session/mend-action.server.ts";
import { troublesOf } from "#app/session/mending.server.ts";
import { DeskPage } from "#app/session/desk-page.tsx";
import { doorOf } from "#app/session/door.server.ts";
import { membersOf, peopleOf } from "#app/session/people.server.ts";
import { requireMember } from "#app/session/seat.server.ts";
import { sessionFor } from "#app/session/session.server.ts";
import { askingOnDesk } from "#app/stages/asking-on-desk.server.ts";
import { boardOf } from "#app/stages/board.server.ts";
import { useDeskCards } from "#app/stages/desk-cards.tsx";
import { decideForNeighbours } from "#app/stages/desk-decisions.server.ts";
import { deskOf, keepForMyself } from "#app/stages/desk.server.ts";
import { needingIn } from "#app/stages/needs.server.ts";
import { actInRehearsal } from "#app/stages/rehearsal/acting.server.ts";
import { RehearsalBand } from "#app/stages/rehearsal/band.tsx";
import { useBoard } from "#app/stages/use-board.ts";
import { useFresh } from "#app/stages/use-fresh.ts";
import { decideOnWorry } from "#app/stages/worries.server.ts";
import { balanceFor } from "#app/talk/balance.server.ts";
import { lastTurnOf } from "#app/talk/last-turn.server.ts";
import { doneTo } from "#app/ui/form.server.ts";
import { orAsBefore } from "#app/ui/or-as-before.ts";
import { orNotSent } from "#app/ui/or-not-sent.ts";
import { Unreached } from "#app/ui/unreached.tsx";
import { useAsBefore } from "#app/ui/use-as-before.ts";
import { useNowAndThen } from "#app/ui/use-now-and-then.ts";

export const meta = pageTitle;

/** GET → everything the facilitator runs the session with. 404 unless its enquiry is theirs. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, origin } = args.context;
  const facilitator = await requireFacilitator(args);
  const session = await sessionFor(db, facilitator, args.params["session"]);
  const { id } = session;
  const [me, board, people, members, desk, balance, lastTurn, worries, asking, troubles] = await Promise.all([requireMember(args), boardOf(db, id), peopleOf(db, id), membersOf(db, id), deskOf(args.context, session, facilitator), balanceFor(args.context, session), lastTurnOf(db, session), worriesOf(args.context, id), askingOnDesk(args.context, id), troublesOf(args.context, id)]);
  if (!board) throw new Response(null, { status: 404 });
  const title = await wordFor(args.request, "session.desk.title");
  return { title, session: { id, title: readBilingual(session.title), rehearsal: session.rehearsal }, me: me.id, board, people, members, desk, balance, lastTurn, worries, asking, troubles, door: doorOf(session, origin) };
}

/** POST { intent, … } → one decision, told to every page; 409 with the reason when it cannot be. "deskNote" and "looked" are told to nobody. */
export async function action(args: ActionFunctionArgs) {
  const { context, params, request } = args;
  const facilitator = await requireFacilitator(args);
  const session = await sessionFor(context.db, facilitator, params["session"]);
  const form = await request.formData();
  const kept = await keepForMyself(context, { sessionId: session.id, facilitatorId: facilitator.id }, form);
  if (kept === false) return data({ problem: "common.problem.tooLong" as const }, { status: 422 });
  if (kept) return doneTo(request, `/sessions/${session.id}/desk`);
  const decided = (await decideFromDesk(context, session.id, form, await needingIn(context, session.id))) ?? (await decideOnWorry(context, { sessionId: session.id, by: facilitator.name }, form)) ?? (await mendFromDesk(context, { sessionId: session.id, by: (await requireMember(args)).id }, form)) ?? (await decideForNeighbours(context, session.id, form));
  if (decided.ok && session.rehearsal) await actInRehearsal(context, session.id);
  return decided.ok ? redirect(`/sessions/${session.id}/desk`) : data({ problem: decided.problem }, { status: 409 });
}

/** Without a connection, or the host's store, the desk stays as it is, and says so. */
export function clientLoader({ request, serverLoader }: ClientLoaderFunctionArgs) {
  return orAsBefore(request, () => serverLoader<typeof loader>());
}

/** The same for a button pressed meanwhile. */
export function clientAction({ serverAction }: ClientActionFunctionArgs) {
  return orNotSent(() => serverAction<typeof action>(), (problem) => ({ problem }));
}

export default function Desk() {
  const loaded = useLoaderData<typeof loader>();
  const { session, board, people, me } = loaded;
  useAsBefore(loaded);
  return (
    <LiveSession sessionId={session.id} initialNotice={board} initialPeople={people} me={me}>
      <OpenLines />
      <LiveDesk />
    </LiveSession>
  );
}

/** Milliseconds. What people write is on no noticeboard; the desk counts it now and then. */
const COUNT_EVERY = 8_000;

function LiveDesk() {
  const { session, board: loaded, members, door, desk, balance, lastTurn, worries, asking, troubles } = useLoaderData<typeof loader>();
  const board = useBoard();
  useFresh(loaded.version);
  useNowAndThen(COUNT_EVERY);
  const problem = useActionData<typeof action>()?.problem;
  return <DeskPage {...{ session, board, desk, door, members, problem, troubles }} here={useHere()} serverNow={useServerClock()} cards={useDeskCards({ balance, members, lastTurn, worries, asking })} band={<>{session.rehearsal ? <RehearsalBand /> : null}<Unreached /></>} />;
}
