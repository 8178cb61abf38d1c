import { expect, test } from "vitest";

import { fromHtml, type HtmlNode } from "./from-html.ts";

test.each<[name: string, body: HtmlNode, text: string]>([
  ["headings and paragraphs", body(el("h1", "Title"), el("p", "One ", el("b", "bold"), " word."), el("h5", "Deep")), "# Title\n\nOne bold word.\n\n### Deep"],
  ["a list", body(el("ul", el("li", "a"), el("li", el("p", "b")))), "- a\n- b"],
  ["a numbered list with a list inside", body(el("ol", el("li", "a", el("ul", el("li", "inner"))), el("li", "b"))), "1. a\n- inner\n2. b"],
  ["line breaks stay", body(el("p", "Roses", el("br"), "Violets")), "Roses\nViolets"],
  ["Word's own list paragraphs", body(el("p", "· first"), el("p", "· second")), "- first\n- second"],
  ["a table that only puts things in place", body(el("table", el("tbody", el("tr", el("td", el("p", "Words.")))))), "Words."],
  ["what is never words", body(el("style", "p { color: red }"), el("p", "Words.")), "Words."],
])("from a clipboard: %s", (_name, pasted, text) => {
  expect(fromHtml(pasted).text).toBe(text);
});

test("pictures, tables, scripts and the addresses of links are dropped and counted", () => {
  const pasted = body(
    el("p", "See ", el("a", "the report"), el("img")),
    el("table", el("tr", el("td", "a"), el("td", "b"))),
    el("script", "alert(1)"),
    el("ul", el("li", "point", el("img"))),
  );
  expect(fromHtml(pasted)).toEqual({ text: "See the report\n\n- point", dropped: { pictures: 2, tables: 1, links: 1, others: 1 } });
});

function body(...children: (HtmlNode | string)[]): HtmlNode {
  return el("body", ...children);
}

/** A node as DOMParser would make it. */
function el(name: string, ...children: (HtmlNode | string)[]): HtmlNode {
  const nodes = children.map((child) => (typeof child === "string" ? { nodeType: 3, nodeName: "#text", textContent: child, childNodes: [] } : child));
  return { nodeType: 1, nodeName: name.toUpperCase(), textContent: nodes.map(({ textContent }) => textContent).join(""), childNodes: nodes };
}
