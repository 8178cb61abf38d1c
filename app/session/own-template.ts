/** As the form for a new session offers it. */
export interface OwnTemplateLine {
  /** What `Session.template` and the form call it. */
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly minutes: number;
}
