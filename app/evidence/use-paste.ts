import { useState, type ClipboardEvent } from "react";

import { joinDropped, type Dropped } from "./dropped.ts";
import { fromHtml } from "./from-html.ts";

/**
 * Reads what Word or a web page put on the clipboard into light marks, so that headings and lists survive. The page
 * that is pasted is never shown: DOMParser runs no script and fetches nothing.
 */
export function usePaste() {
  const [dropped, setDropped] = useState<Dropped | null>(null);
  const onPaste = (event: ClipboardEvent<HTMLElement>) => {
    const box = event.target;
    const html = event.clipboardData.getData("text/html");
    if (!(box instanceof HTMLTextAreaElement) || html === "") return;
    const marked = fromHtml(new DOMParser().parseFromString(html, "text/html").body);
    // Nothing but a picture or a table: the clipboard's plain text, if any, is better than nothing.
    if (marked.text === "") return;
    event.preventDefault();
    insert(box, marked.text);
    setDropped((before) => joinDropped(before ?? {}, marked.dropped));
  };
  return { dropped, onPaste };
}

/** The browser's own way first, since it can be undone. */
function insert(box: HTMLTextAreaElement, text: string): void {
  box.focus();
  if (document.execCommand("insertText", false, text)) return;
  box.setRangeText(text, box.selectionStart, box.selectionEnd, "end");
  box.dispatchEvent(new Event("input", { bubbles: true }));
}
