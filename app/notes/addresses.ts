/** Where things are on a page with notes (fragments), and where forms about them are. Text, list and desk agree on these. */

/** Id of a note's card. */
export function noteId(note: string): string {
  return `note-${note}`;
}

/** Id of a block of a text. */
export function blockAddress(scope: string, blockId: string): string {
  return `text-${scope}-${blockId}`;
}

/** Id of a piece of marked text. `scope` sets apart two texts on one page. */
export function markId(scope: string, blockId: string, start: number): string {
  return `mark-${scope}-${blockId}-${start}`;
}

/** What a form is about: a note on a block, or something with a note or a reply, by its id. */
export const errandKinds = ["block", "reply", "edit", "withdraw", "withdrawReply"] as const;
export type ErrandKind = (typeof errandKinds)[number];

export interface Errand {
  readonly kind: ErrandKind;
  /** Id of the block, note or reply. */
  readonly id: string;
}

/** Where forms are, and where to come back to. */
export interface Desk {
  /** "/s/<session>/notes" */
  readonly action: string;
  /** Path and query of the page the text is on. */
  readonly back: string;
  readonly documentId: string;
}

/** Address of the page with the form for an errand: works without JavaScript. */
export function addressOf({ action, back, documentId }: Desk, { kind, id }: Errand): string {
  return `${action}?${new URLSearchParams({ document: documentId, [kind]: id, back }).toString()}`;
}

/** Reads such an address back; null when it is not one. */
export function readAddress(search: URLSearchParams): { readonly documentId: string; readonly errand: Errand } | null {
  const kind = errandKinds.find((one) => search.has(one));
  return kind ? { documentId: search.get("document") ?? "", errand: { kind, id: search.get(kind) ?? "" } } : null;
}
