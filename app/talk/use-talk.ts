import { useCallback, useEffect, useMemo, useRef } from "react";

import { useDocument } from "#app/live/use-document.ts";

import { problemsIn, talkActs, type TalkAct } from "./acts.ts";
import { contributionsOf, type Contribution } from "./contributions.ts";
import { needsDesk, perform, type TalkOutcome } from "./perform.doc.ts";
import type { TalkSetting } from "./setting.ts";
import { readTalk, type Talk } from "./talk.doc.ts";

export interface Drafted {
  readonly documentId: string;
  readonly initial: Talk;
}

interface TalkView {
  readonly contributions: readonly Contribution[];
  readonly act: TalkSetting["act"];
}

/** What was said, followed live, and what this member can do to it. `scribes`: whoever may or might write for others. */
export function useTalk({ documentId, initial }: Drafted, { me, scribes }: { readonly me: string; readonly scribes: readonly string[] }): TalkView {
  const { value, doc, rights, change } = useDocument({ documentId, read: readTalk, initial });
  const contributions = useMemo(() => contributionsOf(value, new Set(scribes)), [value, scribes]);
  function now(form: FormData): ReturnType<TalkSetting["act"]> {
    const read = talkActs.safeParse(Object.fromEntries(form));
    if (!read.success) return { problems: problemsIn(read.error.issues) };
    if (!doc) return null;
    if (rights !== "write") return { problems: { "": "talk.problem.notNow" } };
    if (needsDesk(value, read.data, me)) return null;
    return outcomeOf(doingOn(change, read.data, me));
  }
  // Cards are drawn again only when what they show has changed; what they do must still be up to date.
  const latest = useRef(now);
  useEffect(() => { latest.current = now; });
  const act = useCallback((form: FormData) => latest.current(form), []);
  return { contributions, act };
}

function doingOn(change: (fn: (doc: Parameters<typeof perform>[0]) => void) => void, act: TalkAct, by: string): TalkOutcome {
  let outcome: TalkOutcome = { came: "gone" };
  change((doc) => { outcome = perform(doc, act, { by, isDesk: false }); });
  return outcome;
}

function outcomeOf(done: TalkOutcome): ReturnType<TalkSetting["act"]> {
  return done.came === "gone" ? { problems: { "": "talk.problem.gone" } } : { done };
}
