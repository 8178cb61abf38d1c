/** What the page of one evidence item shows. */
import type { Db } from "#app/context.server.ts";
import { dayInWords } from "#app/language/dates.server.ts";
import type { Language } from "#app/language/languages.ts";

import { toText } from "./paste.ts";
import { itemFor, type VersionOfItem } from "./evidence.server.ts";
import type { EvidenceFields } from "./fields.ts";
import { usableInSession } from "./usable.ts";

interface Asked {
  readonly enquiryId: string;
  readonly itemId: string;
  /** Number of the version to show; the newest when it is null or unknown. */
  readonly number: number | null;
  /** For the dates. */
  readonly language: Language;
}

/** One version to read, and the others to go to. Throws a 404 Response when the item is not in this enquiry. */
export async function itemPage(db: Db, { enquiryId, itemId, number, language }: Asked) {
  const { versions } = await itemFor(db, enquiryId, itemId);
  const [newest] = versions;
  if (!newest) throw new Response(null, { status: 404 });
  const shown = versions.find((version) => version.number === number) ?? newest;
  return {
    shown: factsOf(shown),
    isNewest: shown === newest,
    usable: usableInSession(newest),
    versions: versions.map((version) => ({ number: version.number, date: dayInWords(version.createdAt, language) })),
  };
}

/** The newest version as the boxes of the correcting form hold it. */
export async function fieldsToCorrect(db: Db, enquiryId: string, itemId: string): Promise<{ readonly start: EvidenceFields; readonly basedOn: number }> {
  const { versions } = await itemFor(db, enquiryId, itemId);
  const [newest] = versions;
  if (!newest) throw new Response(null, { status: 404 });
  const { title, kind, perspective, source, date, place, language, limitations, limitationsNotKnown, blocks } = newest;
  const said = limitations ? "written" : limitationsNotKnown ? "notKnown" : "";
  return { start: { title, kind, perspective, source, date, place, language, limitations: { said, words: limitations }, text: toText(blocks) }, basedOn: newest.number };
}

function factsOf({ number, title, kind, perspective, source, date, place, language, limitations, limitationsNotKnown, blocks }: VersionOfItem) {
  return { number, title, kind, perspective, source, date, place, language, limitations, limitationsNotKnown, blocks };
}
