/**
 * What a word processor or a web page puts on the clipboard, as text with light marks (paste.ts reads them). Works on
 * any tree of nodes that looks like the DOM's; browsers give it one that DOMParser made, in which no script runs and
 * nothing is fetched.
 */
import { joinDropped, type Dropped } from "./dropped.ts";

/** As much of a DOM node as is needed. */
export interface HtmlNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: ArrayLike<HtmlNode>;
}

export interface Marked {
  readonly text: string;
  readonly dropped: Dropped;
}

const TEXT_NODE = 3;
const ELEMENT_NODE = 1;
const PICTURES = new Set(["IMG", "SVG", "PICTURE", "CANVAS", "VIDEO", "AUDIO"]);
const OTHERS = new Set(["SCRIPT", "IFRAME", "OBJECT", "EMBED", "FORM", "INPUT", "SELECT", "TEXTAREA", "BUTTON"]);
/** Never words, and nobody misses them. */
const UNSEEN = new Set(["STYLE", "HEAD", "META", "TITLE", "LINK", "TEMPLATE", "NOSCRIPT", "COLGROUP", "WBR"]);
const BLOCKS = new Set(["P", "DIV", "SECTION", "ARTICLE", "MAIN", "HEADER", "FOOTER", "ASIDE", "NAV", "BLOCKQUOTE", "PRE", "UL", "OL", "DL", "DT", "DD", "FIGURE", "FIGCAPTION", "TABLE", "TBODY", "THEAD", "TR", "TD", "TH", "CAPTION", "ADDRESS", "HR"]);
/** Word marks a list item with its sign as text in a paragraph of its own style. */
const WORD_BULLET = /^\s*[·•o§▪]\s+/u;

/** The whole of a pasted body. */
export function fromHtml(body: HtmlNode): Marked {
  const { text, dropped } = read(body);
  return { text: text.replace(/[^\S\n]*\n[^\S\n]*/gu, "\n").replace(/\n{3,}/gu, "\n\n").trim(), dropped };
}

function read(node: HtmlNode): Marked {
  const name = node.nodeName.toUpperCase();
  if (node.nodeType === TEXT_NODE) return { text: (node.textContent ?? "").replace(/\s+/gu, " "), dropped: {} };
  if (node.nodeType !== ELEMENT_NODE || UNSEEN.has(name)) return NOTHING;
  if (PICTURES.has(name)) return { text: "", dropped: { pictures: 1 } };
  if (OTHERS.has(name)) return { text: "", dropped: { others: 1 } };
  if (name === "TABLE" && !isLayout(node)) return { text: "\n\n", dropped: { tables: 1 } };
  if (name === "OL" || name === "UL") return listOf(name, node);
  return shaped(name, readAll(Array.from(node.childNodes)));
}

const NOTHING: Marked = { text: "", dropped: {} };

function readAll(nodes: readonly HtmlNode[]): Marked {
  return joinAll(nodes.map(read));
}

function joinAll(parts: readonly Marked[]): Marked {
  return parts.reduce((all, next) => ({ text: all.text + next.text, dropped: joinDropped(all.dropped, next.dropped) }), NOTHING);
}

/** An element's words with the mark its name calls for. */
function shaped(name: string, { text, dropped }: Marked): Marked {
  const heading = /^H([1-6])$/.exec(name);
  if (heading && text.trim() !== "") return { text: `\n\n${"#".repeat(Math.min(3, Number(heading[1])))} ${oneLine(text)}\n\n`, dropped };
  if (name === "BR") return { text: "\n", dropped };
  if (name === "A" && text.trim() !== "") return { text, dropped: joinDropped(dropped, { links: 1 }) };
  if (name === "LI") return { text: `\n- ${oneLine(text)}`, dropped };
  if (name === "P" && WORD_BULLET.test(text)) return { text: `\n- ${oneLine(text.replace(WORD_BULLET, ""))}`, dropped };
  return { text: BLOCKS.has(name) ? `\n\n${text}\n\n` : text, dropped };
}

/** The items with their marks: a number keeps its number, since people say "point 3". Lists inside come after their item. */
function listOf(name: "OL" | "UL", node: HtmlNode): Marked {
  const items = Array.from(node.childNodes).filter((child) => child.nodeType === ELEMENT_NODE);
  let number = 0;
  const parts = items.map((item) => {
    if (item.nodeName.toUpperCase() !== "LI") return read(item);
    number += 1;
    return itemOf(item, name === "OL" ? `${number}.` : "-");
  });
  const { text, dropped } = joinAll(parts);
  return { text: `\n\n${text}\n\n`, dropped };
}

function itemOf(item: HtmlNode, mark: string): Marked {
  const children = Array.from(item.childNodes);
  const own = readAll(children.filter((child) => !isList(child)));
  const lists = readAll(children.filter(isList));
  const words = oneLine(own.text);
  const inner = lists.text.trim();
  const text = (words === "" ? "" : `\n${mark} ${words}`) + (inner === "" ? "" : `\n${inner}`);
  return { text, dropped: joinDropped(own.dropped, lists.dropped) };
}

function isList(node: HtmlNode): boolean {
  const name = node.nodeName.toUpperCase();
  return name === "UL" || name === "OL";
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

/** Tables with at most one cell a row only put things in place: mails and old pages are made so. Their words are kept. */
function isLayout(table: HtmlNode): boolean {
  return rowsOf(table).every((row) => Array.from(row.childNodes).filter(({ nodeName }) => /^t[dh]$/i.test(nodeName)).length <= 1);
}

function rowsOf(table: HtmlNode): HtmlNode[] {
  return Array.from(table.childNodes).flatMap((child) => {
    if (/^tr$/i.test(child.nodeName)) return [child];
    return /^(tbody|thead|tfoot)$/i.test(child.nodeName) ? rowsOf(child) : [];
  });
}
