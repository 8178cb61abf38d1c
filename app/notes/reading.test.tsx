import { renderToString } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { expect, test } from "vitest";

import type { EvidenceBlock } from "#app/evidence/blocks.ts";
import { cy } from "#app/language/cy.ts";
import { en } from "#app/language/en.ts";
import { i18nFor } from "#app/language/i18n.ts";

import { describe as anchorsFor } from "./anchor.ts";
import type { Note, Notes } from "./notes.doc.ts";
import { Reading } from "./reading.tsx";

const blocks: EvidenceBlock[] = [
  { id: "h", kind: "heading", level: 1, text: "What respite is for" },
  { id: "a", kind: "paragraph", text: "Nobody asked my mother what she wanted. Respite should never feel like being sent away." },
  { id: "b", kind: "listItem", text: "a weekend at home" },
  { id: "c", kind: "listItem", text: "a week in Pwllheli" },
];

test("marks, counts, notes and replies are all in the page that the server sends", () => {
  const html = page({ notes: [note("n1", "a", 0, 22), note("n2", "a", 7, 39)], replies: [{ id: "r1", noteId: "n1", by: "m2", way: "challenges", words: "We did ask.", because: "It is in the plan.", lang: "en" }] });
  expect(html).toContain('aria-details="note-n1 note-n2"');
  expect(html).toMatch(/href="#note-n1"[^>]*data-count="2"[^>]*aria-label="2 notes on these words"/);
  expect(html).toMatch(/<li id="note-n1"/);
  expect(html).toMatch(/We did ask\..*Because:.*It is in the plan\./s);
  expect(textOf(html, "a")).toBe(blocks[1]?.text);
});

test("every part has a way to a note on it without JavaScript, and one's own note ways to change it", () => {
  const html = page({ notes: [note("n1", "a", 0, 22), { ...note("n2", "b", 0, 9), by: "m2" }], replies: [] });
  expect(html).toContain('href="/s/s1/notes?document=d1&amp;block=a&amp;back=%2Fs%2Fs1"');
  expect(html).toContain("document=d1&amp;edit=n1");
  expect(html).toContain("document=d1&amp;reply=n2");
  expect(html).not.toContain("edit=n2");
});

test("where nothing may be written there is nothing to write with", () => {
  const html = page({ notes: [note("n1", "a", 0, 22)], replies: [] }, { mayWrite: false });
  expect(html).toContain('id="note-n1"');
  expect(html).not.toContain("/s/s1/notes");
});

test("notes without a place and replies to a note taken back are there, at the end", () => {
  const lost = { ...note("n1", "a", 0, 22), passage: [{ versionId: "v0", blockId: "x", start: 0, end: 20, exact: "The bus to Aberporth", prefix: "", suffix: "" }] };
  const html = page({ notes: [lost], replies: [{ id: "r1", noteId: "n7", by: "m2", way: "builds", words: "So it is.", because: "", lang: "en" }] });
  expect(html).toMatch(/no longer find their place.*The bus to Aberporth/s);
  expect(html).toMatch(/taken back.*So it is\./s);
});

test("on a Welsh page an English text and its notes keep their language", () => {
  const html = page({ notes: [{ ...note("n1", "a", 0, 22), words: "Mae'n bwysig.", lang: "cy" }], replies: [] }, { language: "cy" });
  expect(html).toMatch(/class="reading-text stack" lang="en"/);
  expect(html).toMatch(/lang="cy">Mae&#x27;n bwysig\./);
  expect(html).toContain("1 nodyn");
});

test("two hundred notes on a long text are drawn within the time of three frames, and each on its words", () => {
  const long = Array.from({ length: 80 }, (_, index): EvidenceBlock => ({ id: `p${index}`, kind: "paragraph", text: `Paragraph ${index}. ${"Respite gives carers their weekend back, and nobody asked. ".repeat(9)}`.trim() }));
  const notes = Array.from({ length: 200 }, (_, index) => note(`n${index}`, `p${index % 80}`, (index * 7) % 200, ((index * 7) % 200) + 60, long));
  const html = page({ notes, replies: [] }, { blocks: long });
  expect(html.match(/<li id="note-/g)).toHaveLength(200);
  expect(long.every(({ id, text }) => textOf(html, id) === text)).toBe(true);
});

interface Setting {
  readonly mayWrite?: boolean;
  readonly language?: "en" | "cy";
  readonly blocks?: readonly EvidenceBlock[];
}

function page(notes: Notes, { mayWrite = true, language = "en", blocks: shown = blocks }: Setting = {}): string {
  const never = () => false;
  return renderToString(
    <I18nextProvider i18n={i18nFor(language, { en, cy }[language])}>
      <Reading
        text={{ versionId: "v1", title: "Respite", language: "en", blocks: shown }}
        notes={notes}
        me="m1"
        myLang="en"
        mayWrite={mayWrite}
        authorOf={(id) => ({ name: id, initials: "XY", perspective: "carer" })}
        desk={{ action: "/s/s1/notes", back: "/s/s1", documentId: "d1" }}
        acts={{ add: () => null, reply: never, reword: never, withdraw: never, withdrawReply: never, putBack: never }}
      />
    </I18nextProvider>,
  );
}

function note(id: string, blockId: string, from: number, to: number, on: readonly EvidenceBlock[] = blocks): Note {
  return { id, by: "m1", words: "It matters.", lang: "en", passage: anchorsFor({ versionId: "v1", blocks: on }, { from: { blockId, offset: from }, to: { blockId, offset: to } }) };
}

/** The letters of a block as a browser counts them. */
function textOf(html: string, blockId: string): string {
  const inner = new RegExp(`data-block="${blockId}">(.*?)</(?:p|span|h\\d)>`, "s").exec(html)?.[1] ?? "";
  return inner.replace(/<[^>]*>/g, "").replace(/&#x27;/g, "'").replace(/&amp;/g, "&");
}
