/** What stands behind an item: quotes of its own, and what the principles it rests on bring with them (R6, R11). */
import { evidenceKinds, type EvidenceKind } from "#app/evidence/kinds.ts";

interface QuoteBehind {
  readonly itemId: string;
  readonly documentId: string;
  readonly noteId: string;
  readonly kind: string;
}

interface LinkBehind {
  readonly itemId: string;
  readonly documentId: string;
  readonly otherItemId: string;
}

interface ListBehind {
  readonly items: readonly { readonly id: string; readonly removed?: boolean | undefined }[];
  readonly quotes: readonly QuoteBehind[];
  readonly links: readonly LinkBehind[];
}

export interface Behind {
  /** Kinds of the item's own quotes, always in the same order. */
  readonly own: readonly EvidenceKind[];
  /** Kinds that come only through the items it rests on. */
  readonly inherited: readonly EvidenceKind[];
  /** What is missing and must be said. Without any quote the rest goes without saying. */
  readonly lacks: "quote" | "livedExperience" | null;
}

/** `foundation` is the list that links point to (the principles, for a priority); one that was removed carries nothing. */
export function behindItem(itemId: string, list: ListBehind, foundation: ListBehind | null): Behind {
  const own = kindsOf(list.quotes.filter((quote) => quote.itemId === itemId));
  const below = new Set(restsOn(itemId, list, foundation).map(({ otherItemId }) => otherItemId));
  const all = kindsOf((foundation?.quotes ?? []).filter((quote) => below.has(quote.itemId)));
  const inherited = all.filter((kind) => !own.includes(kind));
  return { own, inherited, lacks: lacking([...own, ...inherited]) };
}

function lacking(kinds: readonly EvidenceKind[]): Behind["lacks"] {
  if (kinds.length === 0) return "quote";
  return kinds.includes("livedExperience") ? null : "livedExperience";
}

function kindsOf(quotes: readonly QuoteBehind[]): EvidenceKind[] {
  return evidenceKinds.filter((kind) => quotes.some((quote) => quote.kind === kind));
}

/** The item's quotes, each note once: two people may attach the same one at the same moment. */
export function quotesOf<Q extends QuoteBehind>(itemId: string, quotes: readonly Q[]): Q[] {
  const own = quotes.filter((quote) => quote.itemId === itemId);
  return own.filter((quote, index) => own.findIndex(({ documentId, noteId }) => documentId === quote.documentId && noteId === quote.noteId) === index);
}

/** The item's links to items that are still on the foundation, each once. */
export function restsOn<L extends LinkBehind>(itemId: string, list: { readonly links: readonly L[] }, foundation: ListBehind | null): L[] {
  const standing = new Set(foundation?.items.filter(({ removed }) => !removed).map(({ id }) => id));
  const own = list.links.filter((link) => link.itemId === itemId && standing.has(link.otherItemId));
  return own.filter((link, index) => own.findIndex(({ otherItemId }) => otherItemId === link.otherItemId) === index);
}
