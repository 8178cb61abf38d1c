import type { TFunction } from "i18next";
import { memo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { EvidenceBlock } from "#app/evidence/blocks.ts";

import { blockAddress, markId, noteId } from "./addresses.ts";
import { groupsOf } from "./block-groups.ts";
import { cut, PENDING, type Mark, type Segment } from "./segments.ts";

interface Props {
  readonly blocks: readonly EvidenceBlock[];
  /** Level that the text's highest headings get on this page. */
  readonly topLevel: 2 | 3 | 4;
  /** Sets this text apart from others on the page, whose block ids may be the same. */
  readonly scope: string;
  /** By block id. */
  readonly marks: ReadonlyMap<string, readonly Mark[]>;
  /** What stands at the end of a block: the way to a note on it. */
  readonly atEnd?: ((block: EvidenceBlock) => ReactNode) | undefined;
}

/** The text with its marks: real `<mark>` elements, drawn by the server, each tied to its notes. */
export function TextWithMarks({ blocks, ...rest }: Props) {
  // Once for the whole text: asking anew for every mark would cost more than drawing it.
  const { t } = useTranslation();
  return (
    <>
      {groupsOf(blocks).map((group) => {
        const children = group.blocks.map((block) => <Block key={block.id} block={block} t={t} {...rest} />);
        return group.list ? <ul key={group.id} className="words-list stack-tight">{children}</ul> : children;
      })}
    </>
  );
}

type BlockProps = Omit<Props, "blocks"> & { readonly block: EvidenceBlock; readonly t: TFunction };

function Block({ block, t, topLevel, scope, marks, atEnd }: BlockProps) {
  if (block.text.trim() === "") return null;
  const text = <MarkedText t={t} scope={scope} blockId={block.id} text={block.text} marks={marks.get(block.id) ?? unmarked} />;
  const end = atEnd?.(block);
  const at = blockAddress(scope, block.id);
  if (block.kind === "heading") {
    // Within h2 to h6, by the sum.
    const Heading = `h${topLevel + block.level - 1}` as "h3";
    return <div className="reading-block" id={at}><Heading data-block={block.id}>{text}</Heading>{end}</div>;
  }
  if (block.kind === "listItem") return <li className="reading-block" id={at}><span data-block={block.id}>{text}</span>{end}</li>;
  return <div className="reading-block" id={at}><p data-block={block.id}>{text}</p>{end}</div>;
}

const unmarked: readonly Mark[] = [];

interface MarkedTextProps {
  readonly t: TFunction;
  readonly scope: string;
  readonly blockId: string;
  readonly text: string;
  readonly marks: readonly Mark[];
}

/**
 * Nothing in here but the text itself may hold letters: where somebody marks is counted in them. So counts are
 * drawn by the stylesheet. A block whose marks are the same is not drawn again, and a selection in it stays.
 */
const MarkedText = memo(function MarkedText({ t, scope, blockId, text, marks }: MarkedTextProps) {
  return <>{cut(text, marks).map((segment) => <Piece key={segment.start} t={t} id={markId(scope, blockId, segment.start)} segment={segment} />)}</>;
}, isSameText);

function isSameText(before: MarkedTextProps, now: MarkedTextProps): boolean {
  return before.t === now.t && before.text === now.text && JSON.stringify(before.marks) === JSON.stringify(now.marks);
}

function Piece({ t, id, segment }: { readonly t: TFunction; readonly id: string; readonly segment: Segment }) {
  const { text, ids, ending } = segment;
  const notes = ids.filter((note) => note !== PENDING);
  const target = ending.find((note) => note !== PENDING);
  if (ids.length === 0) return <>{text}</>;
  return (
    <>
      <mark id={id} aria-details={notes.map(noteId).join(" ") || undefined} data-notes={notes.join(" ")} data-deep={notes.length > 1 ? "" : undefined} data-pending={notes.length < ids.length ? "" : undefined}>
        {text}
      </mark>
      {target ? <a className="note-count" href={`#${noteId(target)}`} data-count={notes.length} data-notes={notes.join(" ")} aria-label={t("notes.onThese", { count: notes.length })} /> : null}
    </>
  );
}
