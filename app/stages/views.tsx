/**
 * The views of each activity: what participants work in, and what the room sees on the wall. Each is fetched
 * when its stage comes, with its words, so that a phone carries one stage at a time. They are found by their
 * folder's name, which is the activity's key.
 */
import { lazy, type ComponentType } from "react";

import { wordsOfParts } from "#app/language/words-of-parts.ts";

import { activities, activityOf } from "./activities.ts";
import type { StageProps } from "./stage-props.ts";

interface StageViews {
  readonly Panel: ComponentType<StageProps>;
  readonly Projector: ComponentType<StageProps>;
}

const panels = import.meta.glob<{ readonly Panel: ComponentType<StageProps> }>("./*/panel.tsx");
const projectors = import.meta.glob<{ readonly Projector: ComponentType<StageProps> }>("./*/projector.tsx");

const views = new Map(activities.map(({ key, words }) => [key, viewsOf(key, words)]));

function viewsOf(key: string, words: readonly string[]): StageViews {
  return {
    Panel: lazy(async () => ({ default: (await fetched(panels[`./${key}/panel.tsx`], words)).Panel })),
    Projector: lazy(async () => ({ default: (await fetched(projectors[`./${key}/projector.tsx`], words)).Projector })),
  };
}

/** Throws for a folder without that view: a mistake of ours, found by views.test.tsx. */
async function fetched<T>(fetch: (() => Promise<T>) | undefined, words: readonly string[]): Promise<T> {
  if (!fetch) throw new Error("An activity has no such view.");
  const [view] = await Promise.all([fetch(), wordsOfParts(words)]);
  return view;
}

/** An activity this version does not know runs as a plain prompt. */
export function viewOf(activity: string): StageViews {
  const { key, words } = activityOf(activity);
  return views.get(key) ?? viewsOf(key, words);
}
