/** The turn that ended last, and where: what a facilitator may take back for a moment. For their desk alone. */
export interface LastTurn {
  readonly memberId: string;
  readonly in: "round" | "queue";
}
