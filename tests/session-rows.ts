/** Rows of a session for desk tests, with everything one may want to say left open. */
import type { Db } from "#app/context.server.ts";
import type { Desk } from "#app/session/desk.server.ts";
import type { Needing } from "#app/session/needs.ts";
import type { Prisma } from "#prisma/client.ts";

/** A desk that writes down whom it told: the ids of sessions, and of members it closed the sockets of. */
export function listeningDesk(db: Db): Desk & { readonly told: string[]; readonly unseated: string[] } {
  const told: string[] = [];
  const unseated: string[] = [];
  const deskChanged = (sessionId: string) => {
    told.push(sessionId);
    return Promise.resolve();
  };
  return { db, told, unseated, live: { deskChanged, unseat: (memberId) => void unseated.push(memberId) } };
}

/** Stages that need nothing. */
export const nothingNeeded: Needing = { needOf: () => null, drafted: { questions: false, groupsBack: true, priorities: false }, held: 0 };

/** A facilitator with an enquiry of their own. */
export async function aTeam(db: Db): Promise<{ facilitatorId: string; enquiryId: string }> {
  const facilitator = await db.facilitator.create({ data: { email: `${crypto.randomUUID()}@example.org`, name: "Mair", passphraseHash: "" } });
  const enquiry = await db.enquiry.create({
    data: {
      title: { en: "A break that feels like a break" }, question: {}, purpose: {}, place: "Glan Enfys", languages: ["en", "cy"],
      safeguardingName: "Non", safeguardingPhone: "01234", team: { create: { facilitatorId: facilitator.id } },
    },
  });
  return { facilitatorId: facilitator.id, enquiryId: enquiry.id };
}

/** A session in preparation with stages of 10, 20 and 30 minutes called One, Two and Three. */
export async function aSession(db: Db, enquiryId: string, overrides: Partial<Prisma.SessionUncheckedCreateInput> = {}): Promise<{ id: string; stageIds: string[] }> {
  const stages = ["One", "Two", "Three"].map((name, position) => ({ position, activity: "prompt", name: { en: name }, prompt: {}, minutes: (position + 1) * 10 }));
  const session = await db.session.create({
    data: { enquiryId, title: { en: "Workshop" }, template: "priorityWorkshop", stages: { create: stages }, ...overrides },
    include: { stages: { orderBy: { position: "asc" } } },
  });
  return { id: session.id, stageIds: session.stages.map(({ id }) => id) };
}

/** A piece of evidence in its first version. */
export async function someEvidenceIn(db: Db, enquiryId: string, title = "Carers' group"): Promise<{ itemId: string; versionId: string }> {
  const said = { title, kind: "livedExperience", perspective: "", source: "", date: "", place: "", language: "en", limitations: "One group", limitationsNotKnown: false, blocks: [] } as const;
  const item = await db.evidenceItem.create({ data: { enquiryId, versions: { create: { ...said, number: 1, blocks: [] } } }, include: { versions: true } });
  return { itemId: item.id, versionId: item.versions[0]?.id ?? "" };
}

/** A participant who is in. */
export async function aMember(db: Db, sessionId: string, overrides: Partial<Prisma.MemberUncheckedCreateInput> = {}): Promise<string> {
  const { id } = await db.member.create({ data: { sessionId, name: "Siân", perspective: "carer", language: "cy", ...overrides } });
  return id;
}

/** "name=value; Max-Age=…" → "name=value", as the browser sends it back. */
export function asSent(setCookie: string): string {
  return setCookie.split(";")[0] ?? "";
}
