/** Enquiries as the desk reads them: always through the team, so that nobody can tell a foreign enquiry from none. */
import type { Enquiry } from "#prisma/client.ts";

import type { Db } from "#app/context.server.ts";
import type { Facilitator } from "#app/host/facilitator.ts";
import { readBilingual } from "#app/language/bilingual.ts";
import { isLanguage } from "#app/language/languages.ts";

import type { EnquiryOfTeam } from "./enquiry.ts";

/** The enquiry if this facilitator is on its team. Throws a 404 Response both when there is none and when it is another team's. */
export async function enquiryFor(db: Db, facilitator: Pick<Facilitator, "id">, enquiryId: string): Promise<EnquiryOfTeam> {
  const found = await db.enquiry.findFirst({
    where: { id: enquiryId, team: { some: { facilitatorId: facilitator.id } } },
    include: { team: { include: { facilitator: { select: { id: true, name: true, email: true } } }, orderBy: { facilitator: { name: "asc" } } } },
  });
  if (!found) throw new Response(null, { status: 404 });
  return { ...wordsOf(found), team: found.team.map(({ facilitator: member }) => member) };
}

/** The enquiry's row with its Json columns read. */
export function wordsOf(row: Enquiry): Omit<EnquiryOfTeam, "team"> {
  return {
    id: row.id,
    title: readBilingual(row.title),
    question: readBilingual(row.question),
    purpose: readBilingual(row.purpose),
    place: row.place,
    languages: row.languages.filter(isLanguage),
    safeguarding: { name: row.safeguardingName, phone: row.safeguardingPhone },
  };
}
