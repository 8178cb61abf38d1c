import type { ReactNode } from "react";

import { readList, type List } from "#app/lists/lists.doc.ts";
import { useDocument } from "#app/live/use-document.ts";

import { useInTurn } from "./in-turn.tsx";
import type { Drafted } from "./room.ts";
import { turnsOf, wallRulesIn, type WallRule } from "./rules-in-turn.ts";
import { sayLimits } from "./rules-shown.ts";
import { EachIn, Sentence, useWallLanguages } from "./said-on-the-wall.tsx";
import { useBoard } from "./use-board.ts";

/** Characters of rules that a wall of 720 pixels has room for at once: where they are made, with the prompt in one language or in both; and in the two lines under everything else. */
const AT_ONCE = { made: { one: 850, both: 420 }, line: 170 };

/** The ground rules, large, and how many people agree to them. */
export function RulesOnTheWall({ rules }: { readonly rules: Drafted<List> }) {
  const { rules: { assents } } = useBoard();
  const { all, now, hold } = useRulesInTurn(rules, useWallLanguages().length > 1 ? AT_ONCE.made.both : AT_ONCE.made.one);
  if (all.length === 0) return <p className="text-quiet"><Sentence say={(t) => t("rules.none")} /></p>;
  return (
    <div className="projector-rules projector-in-turn projector-small stack-tight">
      <ol className="list-decimal columns-2 gap-12 ps-10" start={now[0]?.place}>
        {now.map(({ id, wordings }) => <li key={id} className="break-inside-avoid pb-1"><EachIn words={wordings} /></li>)}
      </ol>
      {now.length < all.length ? <p className="text-quiet"><Sentence say={(t) => t("rules.ours", { number: all.length })} /></p> : null}
      {sayLimits(all.flatMap(({ wordings }) => wordings)) ? null : <p><Sentence say={(t) => t("stages.room.limits")} /></p>}
      {assents > 0 ? <p className="font-bold"><Sentence say={(t) => t("rules.assents", { count: assents })} /></p> : null}
      {hold}
    </div>
  );
}

/** Two quiet lines of the wall: the rules go on being in view while something else is worked on, all of them in turn. Smaller in both languages, so that one rule is not cut off. */
export function RulesLine({ rules }: { readonly rules: Drafted<List> }) {
  const size = useWallLanguages().length > 1 ? "text-base" : "text-xl";
  const { all, now, hold } = useRulesInTurn(rules, AT_ONCE.line);
  if (all.length === 0) return null;
  return (
    <div className="projector-rules projector-in-turn text-quiet">
      <p className={`line-clamp-2 max-w-none leading-snug ${size}`}>
        <strong><Sentence say={(t) => t("rules.ours", { number: all.length })} />:</strong>
        {now.map(({ id, place, wordings }) => <span key={id}> <strong>{place}.</strong> <EachIn words={wordings} /></span>)}
      </p>
      {hold}
    </div>
  );
}

interface RulesInTurn {
  readonly all: readonly WallRule[];
  /** Those on the wall at this moment. */
  readonly now: readonly WallRule[];
  readonly hold: ReactNode;
}

function useRulesInTurn(rules: Drafted<List>, characters: number): RulesInTurn {
  const languages = useWallLanguages();
  const { value } = useDocument({ documentId: rules.documentId, read: readList, initial: rules.initial });
  const all = wallRulesIn(value, languages);
  const { now = [], hold } = useInTurn(turnsOf(all, characters));
  return { all, now, hold };
}
