import { expect, test } from "vitest";

import { session } from "./pages.ts";

/** HUB_SESSIONS=10000 for a long night. */
const sessions = Number(process.env.HUB_SESSIONS ?? 60);

test(`${sessions} random sessions with broken lines, emoji and Welsh letters: all pages read the same, nothing honest is refused`, async () => {
  for (let seed = 1; seed <= sessions; seed++) {
    const { readings, refused } = await session(seed, { pages: 5, acts: 350 });
    expect({ seed, refused }).toEqual({ seed, refused: [] });
    expect({ seed, readings: readings.size }).toEqual({ seed, readings: 1 });
  }
});
