import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { formTitle } from "#app/language/page-title.server.ts";
import { pageTitle } from "#app/language/page-title.ts";
import { actSchema } from "#app/lists/acts.ts";
import { ListPage } from "#app/lists/list-page.tsx";
import { aboutWhat, changeList, pageAfter, problemWith } from "#app/lists/lists.server.ts";
import { requireMember } from "#app/session/seat.server.ts";
import { whyReadOnly } from "#app/stages/rights.ts";
import { roomFor } from "#app/stages/room.server.ts";
import type { Room } from "#app/stages/room.ts";
import { sourcesOf } from "#app/stages/sources.ts";
import { readForm, refuse } from "#app/ui/form.server.ts";

export const meta = pageTitle;

/** GET ?document&item&back → the quotes that can be put behind an item. ?both=kept: says that two wordings are kept. */
export async function loader(args: LoaderFunctionArgs) {
  const room = await roomFor(args.context, await requireMember(args));
  const { searchParams, pathname: address } = new URL(args.request.url);
  const about = aboutWhat(searchParams, room.sessionId);
  const title = await formTitle(args.request, about.titleKey);
  const quotes = listIn(room, about.documentId)?.initial?.quotes ?? [];
  return { title, about, quotes, sources: sourcesOf(room.evidence), people: room.people, address };
}

/** POST { document, back, act, … } (see acts.ts) → back to the list; 422 with everything typed when it could not be done. */
export async function action(args: ActionFunctionArgs) {
  const room = await roomFor(args.context, await requireMember(args));
  const form = await args.request.formData();
  const { documentId, back } = aboutWhat(form, room.sessionId);
  const submission = readForm(form, actSchema);
  if (submission.status !== "success") return refuse(submission);
  const outcome = await changeList(args.context.live, { documentId, act: submission.value, ...handIn(room, documentId) });
  const problem = problemWith(outcome);
  if (problem) return refuse(submission, { "": [problem] });
  return redirect(pageAfter(outcome, { address: new URL(args.request.url).pathname, back }));
}

export default function Lists() {
  return <ListPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()?.form} />;
}

/** The list of this session that is meant; undefined when the session has none such. */
function listIn({ principles, priorities, rules }: Room, documentId: string) {
  const lists = [{ kind: "principles" as const, ...principles }, { kind: "priorities" as const, ...priorities }, { kind: "rules" as const, ...rules }];
  return lists.find((list) => list.documentId === documentId);
}

/** Who acts, from what they may choose, and whether they may at all at this stage. Throws a 404 Response for a list of another session. */
function handIn(room: Room, documentId: string) {
  const { board: { state, frozen, rulesAgreed, stages, stageId }, me, principles } = room;
  const kind = listIn(room, documentId)?.kind;
  if (!kind) throw new Response(null, { status: 404 });
  const activity = stages.find(({ id }) => id === stageId)?.activity ?? null;
  const readOnly = whyReadOnly({ state, frozen, rulesAgreed, activity, role: me.role }, kind);
  const foundation = kind === "priorities" && principles ? { documentId: principles.documentId, list: principles.initial } : null;
  return { hand: { by: me.id, sources: sourcesOf(room.evidence), foundation }, readOnly };
}
