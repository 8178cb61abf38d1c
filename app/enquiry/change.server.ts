/** Making and changing enquiries and their teams. */
import type { Db } from "#app/context.server.ts";
import type { Facilitator } from "#app/host/facilitator.ts";
import type { WordKey } from "#app/language/words.ts";

import type { EnquiryOfTeam } from "./enquiry.ts";
import { wordsOf } from "./enquiry.server.ts";
import type { EnquiryForm, TeamForm } from "./form.server.ts";

/** The enquiries of whose team this facilitator is, the newest first. */
export async function enquiriesOf(db: Db, { id }: Pick<Facilitator, "id">): Promise<(Pick<EnquiryOfTeam, "id" | "title" | "question" | "place"> & { readonly sessions: number })[]> {
  const rows = await db.enquiry.findMany({ where: { team: { some: { facilitatorId: id } } }, include: { _count: { select: { sessions: { where: { rehearsal: false } } } } }, orderBy: { id: "desc" } });
  return rows.map((row) => {
    const { title, question, place } = wordsOf(row);
    return { id: row.id, title, question, place, sessions: row._count.sessions };
  });
}

/** Makes an enquiry with its maker as the team; answers with its id. */
export async function makeEnquiry(db: Db, { id }: Pick<Facilitator, "id">, form: EnquiryForm): Promise<string> {
  const made = await db.enquiry.create({ data: { ...form, team: { create: { facilitatorId: id } } } });
  return made.id;
}

/** Changes what is said of an enquiry. Callers have made sure of it (`enquiryFor`). */
export async function changeEnquiry(db: Db, enquiryId: string, form: EnquiryForm): Promise<void> {
  await db.enquiry.update({ where: { id: enquiryId }, data: form });
}

/** Does what the team's form asks; answers with the word that says what is wrong, or null when it is done. */
export function changeTeam(db: Db, enquiryId: string, form: TeamForm): Promise<WordKey | null> {
  return form.intent === "add" ? addToTeam(db, enquiryId, form.email) : removeFromTeam(db, enquiryId, form.facilitatorId);
}

/** Puts whoever has an account of this e-mail on the team. */
async function addToTeam(db: Db, enquiryId: string, email: string): Promise<WordKey | null> {
  const facilitator = await db.facilitator.findUnique({ where: { email } });
  if (!facilitator) return "enquiry.team.unknown";
  const member = { enquiryId, facilitatorId: facilitator.id };
  await db.teamMember.upsert({ where: { enquiryId_facilitatorId: member }, create: member, update: {} });
  return null;
}

/** Takes somebody off the team, but never the last: an enquiry without a team could not be reached by anybody. */
async function removeFromTeam(db: Db, enquiryId: string, facilitatorId: string): Promise<WordKey | null> {
  return db.$transaction(async (tx) => {
    // Holds the enquiry, so that two who remove each other at the same moment come one after the other.
    await tx.$queryRaw`SELECT 1 FROM "Enquiry" WHERE id = ${enquiryId} FOR UPDATE`;
    if ((await tx.teamMember.count({ where: { enquiryId } })) <= 1) return "enquiry.team.last";
    await tx.teamMember.deleteMany({ where: { enquiryId, facilitatorId } });
    return null;
  });
}
