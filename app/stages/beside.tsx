import { lazy } from "react";

import { wordsOfParts } from "#app/language/words-of-parts.ts";

import { partOf } from "./fold.tsx";
import { wordsBeside, wordsFolded } from "./words-beside.ts";

/** What everybody is asked to look at. Fetched with its words as a stage's panel is (views.tsx), like the next one. */
export const SpotlightInRoom = lazy(async () => {
  const [{ SpotlightInRoom: View }] = await Promise.all([import("./spotlight/in-the-room.tsx"), wordsOfParts(wordsBeside.spotlight)]);
  return { default: View };
});

/** The facilitator's move, signals, whose turn it is; and a fold for what one can do. */
export const TalkTools = lazy(async () => {
  const [{ TalkTools: View }] = await Promise.all([import("./talk-tools.tsx"), wordsOfParts(wordsBeside.talk)]);
  return { default: View };
});

/** One's small group: at any stage, and at the stages that are talk, which know it already. */
export const InMyGroup = lazy(async () => ({ default: (await myGroup()).InMyGroup }));
export const MyGroup = lazy(async () => ({ default: (await myGroup()).MyGroup }));

async function myGroup() {
  const [parts] = await Promise.all([import("./my-group.tsx"), wordsOfParts(wordsBeside.groups)]);
  return parts;
}

/** On the wall: who sits with whom. */
export const GroupsOnTheWall = lazy(async () => {
  const [{ GroupsOnTheWall: View }] = await Promise.all([import("./groups-on-the-wall.tsx"), wordsOfParts(wordsBeside.groups)]);
  return { default: View };
});

/** Follows the rules where they are made. */
export const RulesFollowed = lazy(async () => ({ default: (await import("./rules-followed.tsx")).RulesFollowed }));

/** The content of the folds. */
export const foldedRules = partOf(async () => (await import("./folded/rules.tsx")).Folded, wordsFolded.rules);
export const foldedBarriers = partOf(async () => (await import("./folded/barriers.tsx")).Folded, wordsFolded.barriers);
export const foldedNotes = partOf(async () => (await import("./folded/notes.tsx")).Folded, wordsFolded.notes);
export const foldedTalk = partOf(async () => (await import("./folded/talk.tsx")).Folded, wordsFolded.talk);
