/** Words somebody wrote, in the language they wrote them in. */
export interface Said {
  readonly text: string;
  readonly lang: string;
}
