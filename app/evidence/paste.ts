/**
 * From pasted text to blocks and back. The text has light marks: `#` before a heading, `-`, `•`, `*` or `1.` before
 * a list item, blank lines between paragraphs. Nothing is guessed: a short line is not a heading unless it says so.
 * Every word is kept but those of tables and pictures, which are counted so that the page can say so.
 */
import type { HeadingLevel, NewBlock } from "./blocks.ts";
import { joinDropped, type Dropped } from "./dropped.ts";

/** Characters of one evidence item: about 60 pages. */
export const TEXT_MAX = 200_000;
/** Headings, paragraphs and list items of one evidence item. */
export const BLOCKS_MAX = 3_000;

/** A line at least so long that does not end a sentence was broken by a program, not by its writer, and runs on. */
const FULL_LINE = 60;
const ENDS_SENTENCE = /[.!?:;…]["'”’)\]»]*$/u;

const HEADING = /^(#{1,6})\s+(.*)$/u;
const BULLET = /^[-*•‣◦▪●]\s+(.*)$/u;
/** The number stays in the words: people say "point 3". */
const NUMBERED = /^\d{1,3}[.)] +\S/u;
const TABLE_RULE = /^\|?(\s*:?-{2,}:?\s*\|)+\s*(:?-{2,}:?\s*)?$/u;
// Bounded, so that a page of brackets takes no longer to read than a page of words.
const PICTURE = /!\[[^\]\n]{0,300}\]\([^)\n]{0,2000}\)/gu;
const LINK = /\[([^\]\n]{1,300})\]\((?:https?:|mailto:|\/|#)[^)\s]{0,2000}\)/gu;

export interface Paste {
  readonly blocks: readonly NewBlock[];
  readonly dropped: Dropped;
}

/** Reads pasted text. Empty text gives no blocks. */
export function readPaste(text: string): Paste {
  const lines = tidy(text).split("\n").map((line) => line.trim());
  const { kept, tables } = withoutTables(lines);
  const plain = kept.map(withoutAddresses);
  const dropped = plain.reduce<Dropped>((sum, line) => joinDropped(sum, line.dropped), { tables });
  return { blocks: intoBlocks(plain.map(({ line }) => line)), dropped };
}

function intoBlocks(lines: readonly string[]): NewBlock[] {
  const blocks: { readonly start: NewBlock; readonly lines: string[] }[] = [];
  // Whether the next line of plain words belongs to the last block.
  let open = false;
  for (const line of lines) {
    const start = startOf(line);
    const last = blocks.at(-1);
    if (start) blocks.push({ start, lines: [start.text] });
    else if (line !== "" && open && last) runOn(last.lines, line);
    else if (line !== "") blocks.push({ start: { kind: "paragraph", text: line }, lines: [line] });
    open = line !== "" && start?.kind !== "heading";
  }
  return inOrder(blocks.map(({ start, lines: words }) => ({ ...start, text: words.join("\n") })).filter(({ text }) => text !== ""));
}

/** Headings begin at the highest level and skip none on the way down: screen readers list them as an outline. */
function inOrder(blocks: readonly NewBlock[]): NewBlock[] {
  const used = [...new Set(blocks.flatMap((block) => (block.kind === "heading" ? [block.level] : [])))].sort();
  let above = 0;
  return blocks.map((block) => {
    if (block.kind !== "heading") return block;
    above = Math.min(used.indexOf(block.level) + 1, above + 1);
    return { ...block, level: levelOf(above) };
  });
}

/** The text with light marks that `readPaste` reads as these blocks: what a correction starts from. */
export function toText(blocks: readonly NewBlock[]): string {
  return blocks.map((block, index) => separator(blocks[index - 1], block) + marked(block)).join("");
}

function marked(block: NewBlock): string {
  if (block.kind === "heading") return `${"#".repeat(block.level)} ${block.text}`;
  return block.kind === "listItem" && !NUMBERED.test(block.text) ? `- ${block.text}` : block.text;
}

function separator(before: NewBlock | undefined, block: NewBlock): string {
  if (!before) return "";
  return before.kind === "listItem" && block.kind === "listItem" ? "\n" : "\n\n";
}

/** The block that a marked line begins; null for a line of plain words. */
function startOf(line: string): NewBlock | null {
  const heading = HEADING.exec(line);
  if (heading) return { kind: "heading", level: levelOf(heading[1]?.length ?? 1), text: heading[2] ?? "" };
  const bullet = BULLET.exec(line);
  if (bullet) return { kind: "listItem", text: bullet[1] ?? "" };
  return NUMBERED.test(line) ? { kind: "listItem", text: line } : null;
}

function levelOf(hashes: number): HeadingLevel {
  return hashes === 1 ? 1 : hashes === 2 ? 2 : 3;
}

/** Puts the next line of the same block to its words: after a space when a program broke it, else on a line of its own. */
function runOn(lines: string[], line: string): void {
  const last = lines.at(-1) ?? "";
  const broken = last.length >= FULL_LINE && !ENDS_SENTENCE.test(last);
  if (broken) lines[lines.length - 1] = `${last} ${line}`;
  else lines.push(line);
}

/** One kind of line end and of space; nothing that cannot be seen, and no broken characters. */
function tidy(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\r\n?|[\u2028\u2029\v\f]/gu, "\n")
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .replace(/[\u200B\uFEFF\u00AD]|(?![\n\t])\p{Cc}/gu, "")
    .replace(/[^\S\n]+/gu, " ");
}

/** Takes out tables written with bars: a row of names, a row of dashes, rows of cells. */
function withoutTables(lines: readonly string[]): { readonly kept: readonly string[]; readonly tables: number } {
  const kept: string[] = [];
  let tables = 0;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    if (!line.includes("|") || !TABLE_RULE.test(lines[at + 1] ?? "")) kept.push(line);
    else {
      tables += 1;
      kept.push("");
      while (at + 1 < lines.length && lines[at + 1]?.includes("|")) at += 1;
    }
  }
  return { kept, tables };
}

/** A line without pictures and without the addresses behind links; a link's words stay. */
function withoutAddresses(line: string): { readonly line: string; readonly dropped: Dropped } {
  const bare = line.replace(PICTURE, "");
  const words = bare.replace(LINK, "$1").replace(/ {2,}/gu, " ").trim();
  return { line: words, dropped: { pictures: line.match(PICTURE)?.length ?? 0, links: bare.match(LINK)?.length ?? 0 } };
}
