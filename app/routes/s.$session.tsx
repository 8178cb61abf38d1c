import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData, type ClientActionFunctionArgs } from "@remix-run/react";

import { inLanguage } from "#app/language/bilingual.ts";
import { languageOf } from "#app/language/language.server.ts";
import { requireMember } from "#app/session/seat.server.ts";
import { RoomPage } from "#app/stages/room-page.tsx";
import { roomFor } from "#app/stages/room.server.ts";
import { castBallotInRoom } from "#app/stages/round.server.ts";
import { orNotSent } from "#app/ui/or-not-sent.ts";
import { notSent } from "#app/voting/round.ts";

export const handle = { words: "room" };

/** GET /s/:session → the room, for everybody seated. `?stage=` looks at another stage. */
export async function loader(args: LoaderFunctionArgs) {
  const room = await roomFor(args.context, await requireMember(args));
  return { room, title: inLanguage(room.title, await languageOf(args.request)).text };
}

/** POST /s/:session, a ballot form (app/voting/round.ts) → BallotAnswer, 422 when there is something to mend. Works without JavaScript. */
export async function action(args: ActionFunctionArgs) {
  const { id: memberId, sessionId } = await requireMember(args);
  const answer = await castBallotInRoom(args.context, { sessionId, memberId, form: await args.request.formData() });
  return data(answer, { status: answer.ok ? 200 : 422 });
}

/** Without a connection, or the host's store, the room stays, with the ballot as it is filled in. */
export async function clientAction({ request, serverAction }: ClientActionFunctionArgs) {
  const form = await request.clone().formData();
  return orNotSent(() => serverAction<typeof action>(), (why) => notSent(form, why));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Ymholi` }];

/** The page follows the noticeboard and the documents; loading it again would only cost the phone. */
export const shouldRevalidate = () => false;

export default function RoomRoute() {
  const { room } = useLoaderData<typeof loader>();
  return <RoomPage room={room} />;
}
