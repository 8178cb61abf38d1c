import { lazy } from "react";

import { wordsOfParts } from "#app/language/words-of-parts.ts";

/** Parts of the room that stand beside every stage, fetched with their words as a stage's panel is (views.tsx). */
export const RulesInView = lazy(async () => ({ default: (await alongside()).RulesInView }));
export const GetsInTheWay = lazy(async () => ({ default: (await alongside()).GetsInTheWay }));

async function alongside() {
  const [parts] = await Promise.all([import("./alongside.tsx"), wordsOfParts(["rules", "reflections"])]);
  return parts;
}

/** What everybody is asked to look at. */
export const SpotlightInRoom = lazy(async () => {
  const [{ SpotlightInRoom: View }] = await Promise.all([import("./spotlight/in-the-room.tsx"), wordsOfParts(["spotlight"])]);
  return { default: View };
});

/** The facilitator's move, signals, a hand, and writing what one wants to say. */
export const TalkTools = lazy(async () => {
  const [{ TalkTools: View }] = await Promise.all([import("./talk-tools.tsx"), wordsOfParts(["talk"])]);
  return { default: View };
});

/** "My private notes", folded, at every stage but the one that is for them. */
export const MyNotes = lazy(async () => {
  const [{ MyNotes: View }] = await Promise.all([import("./my-notes.tsx"), wordsOfParts(["thinking"])]);
  return { default: View };
});
