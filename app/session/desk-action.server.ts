import * as z from "zod";

import { addMinutes, closeDoor, moveToStage, openDoor, pauseClock, removeMember, rotateCode, setFrozen, startClock, type Decided, type Desk } from "./desk.server.ts";

const id = z.string().min(1);

/** The buttons of the desk, told apart by their `intent`. */
const deskForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("goTo"), stageId: id }),
  z.object({ intent: z.literal("startClock") }),
  z.object({ intent: z.literal("pauseClock") }),
  z.object({ intent: z.literal("addMinutes"), minutes: z.coerce.number().int().min(1).max(60) }),
  z.object({ intent: z.literal("openDoor") }),
  z.object({ intent: z.literal("closeDoor") }),
  z.object({ intent: z.literal("rotateCode") }),
  z.object({ intent: z.literal("removeMember"), memberId: id }),
  z.object({ intent: z.literal("freeze") }),
  z.object({ intent: z.literal("unfreeze") }),
]);

/** Decides what a button of the desk asks for; null when the button is not one of these (rounds belong to a neighbour). */
export async function decideFromDesk(desk: Desk, sessionId: string, form: FormData): Promise<Decided | null> {
  const read = deskForm.safeParse(Object.fromEntries(form));
  if (!read.success) return null;
  const wish = read.data;
  switch (wish.intent) {
    case "goTo": return moveToStage(desk, sessionId, wish.stageId);
    case "startClock": return startClock(desk, sessionId);
    case "pauseClock": return pauseClock(desk, sessionId);
    case "addMinutes": return addMinutes(desk, sessionId, wish.minutes);
    case "openDoor": return openDoor(desk, sessionId);
    case "closeDoor": return closeDoor(desk, sessionId);
    case "rotateCode": return rotateCode(desk, sessionId);
    case "removeMember": return removeMember(desk, sessionId, wish.memberId);
    case "freeze": return setFrozen(desk, sessionId, true);
    case "unfreeze": return setFrozen(desk, sessionId, false);
  }
}
