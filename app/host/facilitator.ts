/** An account that runs enquiries, without its secrets. */
export interface Facilitator {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}
