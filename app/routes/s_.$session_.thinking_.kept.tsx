import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";

import { newId } from "#app/live/records.doc.ts";
import { requireMember } from "#app/session/seat.server.ts";
import { keepOpenNote } from "#app/stages/private-thinking.server.ts";
import { noteForms } from "#app/thinking/notes.ts";
import { notesOf } from "#app/thinking/private-notes.server.ts";

/** GET /s/:session/thinking/kept → { notes: PrivateNoteView[] }: the member's own, for their page alone. */
export async function loader(args: LoaderFunctionArgs) {
  return { notes: await notesOf(args.context.db, await requireMember(args)) };
}

/** POST { act: "keep", id, text, lang } → {} once it is on disk; 422 { problem } when the words are to be mended. */
export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args);
  const read = noteForms.safeParse(Object.fromEntries(await args.request.formData()));
  if (!read.success || read.data.act !== "keep") return data({ problem: read.error?.issues[0]?.message ?? "session.problem.unknown" }, { status: 422 });
  const problem = await keepOpenNote(args.context, member, { ...read.data, id: read.data.id ?? newId() });
  return data(problem ? { problem } : {}, { status: problem ? 422 : 200 });
}
