/** Seating somebody who is in the room without a device: the same questions, asked and ticked by a facilitator or scribe. */
import { randomUUID } from "node:crypto";

import * as z from "zod";

import type { Db } from "#app/context.server.ts";
import type { WordKey } from "#app/language/words.ts";
import { decide, type Decided, type Desk } from "#app/session/desk.server.ts";

import { CONSENT_VERSION } from "./consent.ts";
import { languageForm, nameForm, perspectiveForm } from "./join-form.server.ts";

export const withoutDeviceForm = z.object({
  /** Made with the page, so that sending it twice seats one person, not two. */
  memberId: z.uuid(),
  ...nameForm.shape,
  ...perspectiveForm.shape,
  ...languageForm.shape,
  agree: z.literal("agreed", "seating.agreeMissing" satisfies WordKey),
});
export type WithoutDevice = z.infer<typeof withoutDeviceForm>;

/** They have agreed to the words that were read to them. They have no seat in a browser, and no return code. */
export function seatWithoutDevice(desk: Desk, sessionId: string, { memberId: id, name, perspective, language }: WithoutDevice): Promise<Decided> {
  return decide(desk, sessionId, async (tx, { state }) => {
    if (state !== "open") return { ok: false, problem: "talk.problem.closed" };
    const said = { name, perspective, language, consentVersion: CONSENT_VERSION, consentAt: new Date() };
    await tx.member.createMany({ data: [{ id, sessionId, withoutDevice: true, ...said }], skipDuplicates: true });
    return { ok: true };
  });
}

/** For a page that seats the next person. */
export function newMemberId(): string {
  return randomUUID();
}

/** Somebody in the room without a device. */
export interface SeatedWithout {
  readonly id: string;
  readonly name: string;
  readonly perspective: string;
}

export async function peopleWithoutDevice(db: Db, sessionId: string): Promise<SeatedWithout[]> {
  return db.member.findMany({ where: { sessionId, withoutDevice: true, removedAt: null }, orderBy: [{ joinedAt: "asc" }, { id: "asc" }], select: { id: true, name: true, perspective: true } });
}
