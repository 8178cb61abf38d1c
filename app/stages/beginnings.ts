/** The activities as a facilitator chooses them, each with what its folder says a stage of it begins with. For preparing only: the room does not carry these words. */
import type { ActivityChoice } from "#app/session/preparing.ts";
import type { OurStage } from "#app/session/templates/template.ts";

import { activities } from "./activities.ts";

const beginnings = import.meta.glob<{ readonly begins: OurStage }>("./*/begins.ts", { eager: true });

export const activityChoices: readonly ActivityChoice[] = activities.map(({ key, name }) => ({ key, name, begins: beginningOf(key) }));

/** Throws for a folder that does not say: a mistake of ours, found by views.test.tsx. */
function beginningOf(key: string): OurStage {
  const found = beginnings[`./${key}/begins.ts`];
  if (!found) throw new Error("An activity does not say how it begins.");
  return found.begins;
}
