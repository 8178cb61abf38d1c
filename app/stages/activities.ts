/** Every activity a stage can have, one line each. */
import type { Activity } from "./activity.ts";
import { airing } from "./airing/activity.ts";
import { building } from "./building/activity.ts";
import { choosing } from "./choosing/activity.ts";
import { concepts } from "./concepts/activity.ts";
import { firstWords } from "./firstWords/activity.ts";
import { lastWords } from "./lastWords/activity.ts";
import { priorities } from "./priorities/activity.ts";
import { principles } from "./principles/activity.ts";
import { prompt } from "./prompt/activity.ts";
import { questions } from "./questions/activity.ts";
import { ranking } from "./ranking/activity.ts";
import { reading } from "./reading/activity.ts";
import { ready } from "./ready/activity.ts";
import { review } from "./review/activity.ts";
import { thinking } from "./thinking/activity.ts";

export const activities: readonly Activity[] = [prompt, ready, reading, thinking, concepts, questions, airing, choosing, firstWords, building, lastWords, review, principles, priorities, ranking];

/** The activity of a stage; an unknown key (from a later version) runs as a plain prompt, so old and new sessions open for ever. */
export function activityOf(key: string): Activity {
  return activities.find((activity) => activity.key === key) ?? prompt;
}
