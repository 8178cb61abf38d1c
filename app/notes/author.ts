/** Somebody as their words are signed. */
export interface Author {
  readonly name: string;
  readonly initials: string;
  /** In words, in the page's language; "" for somebody who has none. */
  readonly perspective: string;
}

export type AuthorOf = (memberId: string) => Author;
