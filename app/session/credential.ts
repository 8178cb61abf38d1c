/** By what a browser came in as a member: a seat of its own, or a facilitator's sign-in. */
export interface Credential {
  readonly kind: "seat" | "signIn";
  /** How the database knows it; opens nothing by itself. */
  readonly tokenHash: string;
  readonly memberId: string;
}
