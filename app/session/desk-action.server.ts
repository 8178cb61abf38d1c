import * as z from "zod";

import { move, removeMember, rotateCode, setFrozen, type Decided, type Desk } from "./desk.server.ts";
import type { Move } from "./machine.ts";
import type { Needing } from "./needs.ts";

const id = z.string().min(1);

/** The buttons that move the session, and the others of the desk, told apart by their `intent`. */
const moveForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("goTo"), stageId: id }),
  z.object({ intent: z.enum(["next", "back"]), from: id }),
  z.object({ intent: z.enum(["undo", "startClock", "pauseClock", "openDoor", "closeDoor"]) }),
  z.object({ intent: z.literal("addMinutes"), minutes: z.coerce.number().int().min(-60).max(60) }),
]);
const otherForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("rotateCode") }),
  z.object({ intent: z.literal("removeMember"), memberId: id }),
  z.object({ intent: z.enum(["freeze", "unfreeze"]) }),
]);

/** Decides what a button of the desk asks for; null when the button is not one of these (rounds belong to a neighbour). */
export async function decideFromDesk(desk: Desk, sessionId: string, form: FormData, needing: Needing): Promise<Decided | null> {
  const fields = Object.fromEntries(form);
  const asMove = moveForm.safeParse(fields);
  if (asMove.success) return move(desk, sessionId, moveOf(asMove.data), needing);
  const other = otherForm.safeParse(fields);
  if (!other.success) return null;
  switch (other.data.intent) {
    case "rotateCode": return rotateCode(desk, sessionId);
    case "removeMember": return removeMember(desk, sessionId, other.data.memberId);
    default: return setFrozen(desk, sessionId, other.data.intent === "freeze");
  }
}

/** A button's intent is the name of its move. */
function moveOf(form: z.output<typeof moveForm>): Move {
  switch (form.intent) {
    case "goTo": return { move: "goTo", stageId: form.stageId };
    case "next":
    case "back": return { move: form.intent, from: form.from };
    case "addMinutes": return { move: "addMinutes", minutes: form.minutes };
    default: return { move: form.intent };
  }
}
