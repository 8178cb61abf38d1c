import { randomBytes } from "node:crypto";

import type { Db } from "#app/context.server.ts";
import { CONSENT_VERSION } from "#app/join/consent.ts";

import { people } from "./enquiry.ts";

export type PersonName = (typeof people)[number]["name"];

/** Looks up a member's id by the name they have in the demonstration. */
export type MemberIds = (name: PersonName) => string;

/** Seats the eleven. Nobody holds their seats: there is no cookie for them anywhere. */
export async function seatPeople(db: Db, sessionId: string): Promise<MemberIds> {
  const ids = new Map<string, string>();
  for (const person of people) {
    const consent = { consentVersion: CONSENT_VERSION, consentAt: new Date(), returnCodeHash: randomBytes(32).toString("hex") };
    const { id } = await db.member.create({ data: { ...person, ...consent, sessionId } });
    ids.set(person.name, id);
  }
  return (name) => {
    const id = ids.get(name);
    if (!id) throw new Error(`${name} was not seated`);
    return id;
  };
}
