import { useInTurn } from "#app/stages/in-turn.tsx";
import type { RoomEvidence } from "#app/stages/room.ts";
import { Sentence } from "#app/stages/said-on-the-wall.tsx";
import { useFit } from "#app/stages/use-fit.ts";
import { partsOf } from "#app/stages/words-in-turn.ts";

import { passageIn, type Spotlight } from "./spotlight.ts";

/** Characters that a wall of 720 pixels has room for at once in words that can be read from eight metres: the passage, and under it what the item does not tell us. */
const AT_ONCE = { passage: 800, limitations: 200 };

interface OnWallProps {
  readonly item: RoomEvidence;
  readonly spotlight: Spotlight;
}

/** In place of the stage: the passage, as large as it fits, with its item and what that does not tell us. What is too long for a wall comes in turn, all of it. */
export function SpotlightOnWall({ item, spotlight }: OnWallProps) {
  const quote = spotlight.show === "passage" ? passageIn(item.blocks, spotlight) : null;
  return (
    <>
      <h1 className="text-2xl text-quiet"><span lang={item.language}>{item.title}</span> · <Sentence say={(t) => t(`evidence.kinds.${item.kind}`)} /></h1>
      {quote === null ? <LimitationsAlone item={item} /> : <><Large key={quote} words={quote} lang={item.language} /><LimitationsBelow key={item.itemId} item={item} /></>}
    </>
  );
}

function LimitationsAlone({ item }: Pick<OnWallProps, "item">) {
  return (
    <>
      <p className="text-3xl font-bold"><Label /></p>
      {item.limitationsNotKnown ? <blockquote className="projector-quote"><NotKnown /></blockquote> : <Large key={item.limitations} words={item.limitations} lang={item.language} />}
    </>
  );
}

function Large({ words, lang }: { readonly words: string; readonly lang: string }) {
  const { now, place, hold } = useInTurn(partsOf(words, AT_ONCE.passage));
  return (
    <div className="projector-in-turn flex min-h-0 flex-1 flex-col">
      <blockquote ref={useFit<HTMLQuoteElement>("passage")} className="projector-quote min-h-0 flex-1 overflow-hidden" lang={lang}>{now}{place ? <span className="text-quiet"> ({place})</span> : null}</blockquote>
      {hold}
    </div>
  );
}

function LimitationsBelow({ item }: Pick<OnWallProps, "item">) {
  const { now, place, hold } = useInTurn(partsOf(item.limitations, AT_ONCE.limitations));
  return (
    <div className="projector-in-turn">
      <p className="max-w-none text-xl leading-snug"><strong><Label />:</strong> {item.limitationsNotKnown ? <NotKnown /> : <><span lang={item.language}>{now}</span>{place ? <span className="text-quiet"> ({place})</span> : null}</>}</p>
      {hold}
    </div>
  );
}

function Label() {
  return <Sentence say={(t) => t("evidence.card.limitations")} />;
}

function NotKnown() {
  return <Sentence say={(t) => t("evidence.card.notKnown")} />;
}
