import type { EvidenceBlock } from "./blocks.ts";

interface EvidenceTextProps {
  readonly blocks: readonly EvidenceBlock[];
  /** "en" or "cy": the language the words are in. */
  readonly language: string;
  /** Level that the text's highest headings get on this page. */
  readonly topLevel?: 2 | 3 | 4;
}

/** The words of a version, to read: headings, paragraphs, and list items that follow one another as one list. */
export function EvidenceText({ blocks, language, topLevel = 3 }: EvidenceTextProps) {
  return (
    <div lang={language} className="evidence-text stack">
      {runsOf(blocks).map((run) => {
        const [first] = run;
        if (first.kind === "listItem") return <ul key={first.id} className="words-list stack-tight">{run.map((item) => <li key={item.id}>{item.text}</li>)}</ul>;
        if (first.kind === "paragraph") return <p key={first.id}>{first.text}</p>;
        // Within h2 to h6, by the sum.
        const Heading = `h${topLevel + first.level - 1}` as "h3";
        return <Heading key={first.id}>{first.text}</Heading>;
      })}
    </div>
  );
}

type Run = [EvidenceBlock, ...EvidenceBlock[]];

/** Each block by itself, but list items that follow one another together. */
function runsOf(blocks: readonly EvidenceBlock[]): Run[] {
  const runs: Run[] = [];
  for (const block of blocks) {
    const last = runs.at(-1);
    if (last && last[0].kind === "listItem" && block.kind === "listItem") last.push(block);
    else runs.push([block]);
  }
  return runs;
}
