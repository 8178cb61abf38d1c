import { readBilingual } from "#app/language/bilingual.ts";

import { doorOf } from "./door.server.ts";
import type { SessionOfTeam } from "./session.server.ts";
import type { Sheet } from "./sheet.ts";

/** What stands on the joining sheet. Links and QR begin with `origin`. */
export function sheetOf(session: SessionOfTeam, origin: string): Sheet {
  const { title, question, safeguardingName, safeguardingPhone } = { ...session.enquiry, title: session.title };
  return {
    sessionId: session.id,
    title: readBilingual(title),
    question: readBilingual(question),
    door: doorOf(session, origin),
    safeguarding: { name: safeguardingName, phone: safeguardingPhone },
  };
}
