/** What the pages with forms about the talk start from, for browsers without JavaScript. */
import type { Db } from "#app/context.server.ts";
import type { WordKey } from "#app/language/words.ts";
import type { Live } from "#app/live/live.doc.ts";
import { backTo } from "#app/session/back-to.ts";
import { peopleOf } from "#app/session/people.server.ts";
import type { Member } from "#prisma/client.ts";

import { contributionsOf, type Contribution } from "./contributions.ts";
import { floorOf } from "./floor.server.ts";
import type { Floor } from "./floor.ts";
import type { TalkErrand } from "./errand.ts";
import { talkErrandKinds, type TalkErrandKind } from "./setting.ts";
import { readTalk } from "./talk.doc.ts";
import { mayWriteForOthers } from "./talk.server.ts";

const titles: Readonly<Record<TalkErrandKind, WordKey>> = { reply: "talk.act.replyTitle", reword: "talk.act.rewordTitle", correct: "scribe.correctTitle", withdraw: "talk.act.withdrawTitle" };

/** What the address asks for. Throws a 404 Response for what is not there, or not this member's to change. */
export async function talkErrand({ db, live }: { readonly db: Db; readonly live: Pick<Live, "read"> }, member: Member, search: URLSearchParams): Promise<TalkErrand> {
  const session = await db.session.findUniqueOrThrow({ where: { id: member.sessionId }, include: { documents: { where: { kind: "talk" } } } });
  const [floor, people] = await Promise.all([floorOf(db, session), peopleOf(db, session.id)]);
  const documentId = session.documents[0]?.id;
  const said = documentId ? contributionsOf(await live.read(documentId, readTalk), new Set(floor.wroteForOthers)) : [];
  const kind = talkErrandKinds.find((one) => search.has(one));
  const found = kind && said.find((one) => one.id === search.get(kind) && isAllowed(kind, one, member.id));
  if (kind && !found) throw new Response(null, { status: 404 });
  return {
    titleKey: kind ? titles[kind] : "common.problem.title",
    back: backTo(search.get("back"), session.id),
    address: `/s/${session.id}/talk`,
    seatAddress: `/s/${session.id}/people`,
    me: { id: member.id, language: member.language },
    people,
    writesFor: mayWriteForOthers(member) ? presentIn(people, floor, member.id) : [],
    subject: kind && found ? { kind, said: found, stageId: session.currentStageId ?? found.stageId } : null,
  };
}

function isAllowed(kind: TalkErrandKind, { by, writer }: Contribution, me: string): boolean {
  switch (kind) {
    case "reply": return true;
    case "reword": return (writer ?? by) === me;
    case "correct": return by === me && writer !== null;
    case "withdraw": return by === me || writer === me;
  }
}

function presentIn(people: TalkErrand["people"], { withoutDevice }: Floor, me: string): TalkErrand["writesFor"] {
  return people.filter(({ id, role }) => role === "participant" && id !== me).map(({ id, name }) => ({ id, name, hasDevice: !withoutDevice.includes(id) }));
}
