import { useDocument } from "#app/live/use-document.ts";
import { readNotes } from "#app/notes/notes.doc.ts";

import { useInTurn } from "#app/stages/in-turn.tsx";
import type { RoomEvidence } from "#app/stages/room.ts";
import { Sentence, useWallLanguages } from "#app/stages/said-on-the-wall.tsx";
import type { StageProps } from "#app/stages/stage-props.ts";

import { limitationsInTurn } from "./limitations-in-turn.ts";

/** As many as fit in two columns; the rest is counted. */
const ON_THE_WALL = 10;
/** As many as stand under one another. */
const ONE_COLUMN = 4;
/** Characters of limitations, with the titles of what they are about, that a wall of 720 pixels has room for under its items and above the rules, in one language or in both. */
const AT_ONCE = { one: 220, both: 160 };

/** What lies on the table, how much has been marked, and what it does not tell us: of every item, some at a time. Nobody's note is put on the wall without being asked. */
export function Projector({ room: { evidence } }: StageProps) {
  const over = evidence.length - ON_THE_WALL;
  const areFew = evidence.length <= ONE_COLUMN;
  return (
    <div className="stack-tight">
      <ul className={areFew ? "plain-list stack-tight" : "plain-list projector-small grid grid-cols-2 gap-x-10"}>
        {evidence.slice(0, ON_THE_WALL).map((item) => <li key={item.itemId} className="min-w-0 border-b border-line pb-1"><Line item={item} isAmongFew={areFew} /></li>)}
      </ul>
      {over > 0 ? <p className="text-quiet"><Sentence say={(t) => t("stages.projector.more", { count: over })} /></p> : null}
      {evidence.length > 0 ? <Limitations evidence={evidence} /> : null}
    </div>
  );
}

/** In two columns a long title is cut off here, and stands whole beside its limitations when their turn comes. */
function Line({ item, isAmongFew }: { readonly item: RoomEvidence; readonly isAmongFew: boolean }) {
  const { value } = useDocument({ documentId: item.notes.documentId, read: readNotes, initial: item.notes.initial });
  const title = <span lang={item.language}>{item.title}</span>;
  return (
    <div className="flex items-baseline justify-between gap-6">
      {isAmongFew ? <p>{title} <span className="text-quiet">· <Sentence say={(t) => t(`evidence.kinds.${item.kind}`)} /></span></p> : <p className="line-clamp-1" data-whole="in-turn">{title}</p>}
      <strong className="whitespace-nowrap"><Sentence say={(t) => t("stages.reading.notes", { count: value.notes.length })} /></strong>
    </div>
  );
}

function Limitations({ evidence }: { readonly evidence: readonly RoomEvidence[] }) {
  const { now = [], place, hold } = useInTurn(limitationsInTurn(evidence, useWallLanguages().length > 1 ? AT_ONCE.both : AT_ONCE.one));
  return (
    <div className="projector-limitations projector-in-turn projector-small">
      <p>
        <strong><Sentence say={(t) => t("evidence.card.limitations")} />{place ? ` (${place})` : ""}:</strong>
        {now.map(({ key, title, words, lang }) => <span key={key}> <em lang={lang}>{title}:</em> {words ? <span lang={lang}>{words}</span> : <Sentence say={(t) => t("evidence.card.notKnown")} />}</span>)}
      </p>
      {hold}
    </div>
  );
}
