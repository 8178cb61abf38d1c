/** As much of a version as the rule needs. */
export interface SaidOfLimitations {
  readonly limitations: string;
  readonly limitationsNotKnown: boolean;
}

/** Effective evidence is open about its limitations: without them, or the words "not known", no session may use it. */
export function usableInSession({ limitations, limitationsNotKnown }: SaidOfLimitations): boolean {
  return limitations.trim() !== "" || limitationsNotKnown;
}
