import { afterAll, expect, test } from "vitest";

import { readForm } from "#app/ui/form.server.ts";
import { scratchDatabase } from "#tests/database.ts";
import { aSession, aTeam, listeningDesk } from "#tests/session-rows.ts";

import { CONSENT_VERSION } from "./consent.ts";
import { peopleWithoutDevice, seatWithoutDevice, withoutDeviceForm, type WithoutDevice } from "./without-device.server.ts";

const store = await scratchDatabase();
const { db } = store;
afterAll(() => store.close());

const gwen = (): WithoutDevice => ({ memberId: crypto.randomUUID(), name: "Gwen", perspective: "drawsOnCare", language: "cy", agree: "agreed" });

test("somebody without a device is seated once, with what they agreed to, and no code that opens anything", async () => {
  const { desk, id } = await aRoom("open");
  const answers = gwen();
  expect(await Promise.all([seatWithoutDevice(desk, id, answers), seatWithoutDevice(desk, id, answers)])).toEqual([{ ok: true }, { ok: true }]);
  expect(await peopleWithoutDevice(db, id)).toEqual([{ id: answers.memberId, name: "Gwen", perspective: "drawsOnCare" }]);
  expect(await db.member.findUnique({ where: { id: answers.memberId } })).toMatchObject({ role: "participant", withoutDevice: true, consentVersion: CONSENT_VERSION, returnCodeHash: null, language: "cy" });
});

test("a session that is not open seats nobody", async () => {
  for (const state of ["preparing", "closed"] as const) {
    const { desk, id } = await aRoom(state);
    expect(await seatWithoutDevice(desk, id, gwen())).toMatchObject({ ok: false });
    expect(await peopleWithoutDevice(db, id)).toEqual([]);
  }
});

test("nobody is seated before the words were read to them and they agreed", () => {
  const form = new FormData();
  Object.entries({ memberId: crypto.randomUUID(), name: " Gwen ", perspective: "carer", language: "en" }).forEach(([name, value]) => form.set(name, value));
  expect(readForm(form, withoutDeviceForm).reply().error).toEqual({ agree: ["seating.agreeMissing"] });
});

async function aRoom(state: "preparing" | "open" | "closed") {
  const { enquiryId } = await aTeam(db);
  const { id } = await aSession(db, enquiryId, { state });
  return { id, desk: listeningDesk(db) };
}
