/** Where things are on a page with notes (fragments), and where forms about them are. Text, list and desk agree on these. */

/** Id of a note's card. */
export function noteId(note: string): string {
  return `note-${note}`;
}

/** Id of a piece of marked text. `scope` sets apart two texts on one page. */
export function markId(scope: string, blockId: string, start: number): string {
  return `mark-${scope}-${blockId}-${start}`;
}

/** What a form can be about. */
export type Errand = { readonly block: string } | { readonly reply: string } | { readonly edit: string } | { readonly withdraw: string } | { readonly withdrawReply: string };

/** Where forms are, and where to come back to. */
export interface Desk {
  /** "/s/<session>/notes" */
  readonly action: string;
  /** Path and query of the page the text is on. */
  readonly back: string;
  readonly documentId: string;
}

/** Address of the page with the form for an errand: works without JavaScript. */
export function addressOf({ action, back, documentId }: Desk, errand: Errand): string {
  return `${action}?${new URLSearchParams({ document: documentId, ...errand, back }).toString()}`;
}
