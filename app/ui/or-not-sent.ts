import type { WordKey } from "#app/language/words.ts";

import { reachNow, reachOf, tellReach, type Reach } from "./reach.ts";

/** What is said of a form that got no answer: it may be sent again. */
export const NOT_SENT = "common.problem.notSent" satisfies WordKey;
/** The same, when it did not get as far as the host's store. */
const STORE_AWAY = "common.problem.storeAway" satisfies WordKey;

/** Why a form that was just sent got no answer. */
export function whyNotSent(reach: Reach = reachNow()): typeof NOT_SENT | typeof STORE_AWAY {
  return reach === "storeAway" ? STORE_AWAY : NOT_SENT;
}

/**
 * What the server answers to a form; `instead`, when there is no connection, its store is away, or nothing that can be
 * read comes back: Remix would put an error page in the place of this one, and of all that is filled in. The status
 * keeps it from loading the page's data anew, which would fail as well.
 */
export async function orNotSent<T>(ask: () => Promise<T>, instead: (why: ReturnType<typeof whyNotSent>) => object): Promise<T | Response> {
  try {
    const answer = await ask();
    tellReach("reached");
    return answer;
  } catch (thrown) {
    const reach = reachOf(thrown);
    tellReach(reach);
    // Redirections and refusals come as answers do.
    if (reach === "reached") throw thrown;
    return Response.json(instead(whyNotSent(reach)), { status: 503 });
  }
}
