/** Every stage as everybody has it: participants, the facilitator's desk, and the wall. */
import type { Page } from "#tests/browser.ts";

import { expectAccessible, expectAccessibleAt } from "./axe.ts";
import { expectWallFits, lookAtWalls } from "./wall.ts";

export interface Screens {
  readonly desk: Page;
  /** The same desk in Welsh. */
  readonly otherDesk: Page;
  readonly wall: Page;
  /** A second wall, put up in Welsh and then in both languages. */
  readonly otherWall: Page;
  readonly participants: readonly Page[];
}

/** axe finds nothing on the participants' pages, nor on the desk in either language on a phone and on a laptop; the wall fits in one language and in both. */
export async function lookRound({ desk, otherDesk, wall, otherWall, participants }: Screens): Promise<void> {
  for (const page of [wall, ...participants]) await expectAccessible(page);
  await expectWallFits(wall);
  await otherDesk.goto(new URL(desk.url()).pathname);
  for (const page of [desk, otherDesk]) await expectAccessibleAt(page, [360, 1280]);
  await lookAtWalls(otherWall, new URL(wall.url()).pathname);
}
