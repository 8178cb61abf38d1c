import { dayInWords, timeInWords } from "#app/language/dates.server.ts";
import type { Language } from "#app/language/languages.ts";
import { wordingsOf } from "#app/live/history.doc.ts";
import type { Live } from "#app/live/live.doc.ts";

import { authorsOf, readList, wordingIn } from "./lists.doc.ts";
import type { PastWording } from "./past-wording.ts";

interface ItemPast {
  readonly lang: string;
  readonly wordings: PastWording[];
  /** Member ids of those whose words stand in it now. */
  readonly writers: string[];
}

/** The wordings an item went through, oldest first, and its language. Throws a 404 Response when there is no such item. */
export async function itemHistory(live: Live, { documentId, itemId, language }: { documentId: string; itemId: string; language: Language }): Promise<ItemPast> {
  const { items } = await live.read(documentId, readList);
  const item = items.find(({ id }) => id === itemId);
  if (!item) throw new Response(null, { status: 404 });
  const known = await live.authorsOf(documentId);
  const writers = await live.read(documentId, (doc) => authorsOf(doc, itemId, (client) => known.get(client)));
  const wordings = await wordingsOf(await live.log(documentId), wordingIn(itemId));
  return {
    lang: item.lang,
    writers,
    wordings: wordings.map(({ memberId, at, text, mending }) => ({ memberId, mending: mending ?? null, when: `${timeInWords(at)}, ${dayInWords(at, language)}`, text })),
  };
}
