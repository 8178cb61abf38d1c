import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";

import { addNote, addReply, readNotes, rewordNote, withdrawNote, withdrawReply, type Note, type Reply } from "./notes.doc.ts";

test("notes made at the same moment are all there, in the order of their ids, on both sides", () => {
  const { siân, gwen, meet } = twoReplicas();
  addNote(siân, note("n2", "siân"));
  addNote(gwen, note("n1", "gwen"));
  meet();
  expect(readNotes(siân).notes.map(({ id }) => id)).toEqual(["n1", "n2"]);
  expect(readNotes(gwen)).toEqual(readNotes(siân));
});

test("a reply made while its note was taken back stays, and nothing else does", () => {
  const { siân, gwen, meet } = twoReplicas();
  addNote(siân, note("n1", "siân"));
  meet();
  withdrawNote(siân, "n1");
  addReply(gwen, reply("r1", "n1", "gwen"));
  meet();
  expect(readNotes(siân)).toEqual({ notes: [], replies: [reply("r1", "n1", "gwen")] });
  expect(readNotes(gwen)).toEqual(readNotes(siân));
});

test("words changed on one device and taken back on another are taken back", () => {
  const { siân, gwen: siânsPhone, meet } = twoReplicas();
  addNote(siân, note("n1", "siân"));
  meet();
  rewordNote(siân, "n1", "It matters more.");
  withdrawNote(siânsPhone, "n1");
  meet();
  expect([readNotes(siân).notes, readNotes(siânsPhone).notes]).toEqual([[], []]);
});

test("taking back can be undone: the same note, with its replies", () => {
  const { siân, gwen, meet } = twoReplicas();
  addNote(siân, note("n1", "siân"));
  addReply(siân, reply("r1", "n1", "siân"));
  meet();
  withdrawNote(siân, "n1");
  meet();
  addNote(siân, note("n1", "siân"));
  meet();
  expect(readNotes(gwen)).toEqual({ notes: [note("n1", "siân")], replies: [reply("r1", "n1", "siân")] });
});

test("changing a note that is not there does nothing", () => {
  const doc = new Y.Doc();
  rewordNote(doc, "n1", "Words");
  withdrawNote(doc, "n1");
  withdrawReply(doc, "r1");
  expect(readNotes(doc)).toEqual({ notes: [], replies: [] });
});

test.each([
  ["no passage", { passage: [] }],
  ["a passage that is no anchor", { passage: [{ blockId: "a" }] }],
  ["words that are no words", { words: 7 }],
])("a record with %s is passed over, never thrown", (_name, wrong) => {
  const doc = new Y.Doc();
  addNote(doc, { ...note("n1", "siân"), ...wrong } as unknown as Note); // as a hostile client might write it
  addNote(doc, note("n2", "siân"));
  expect(readNotes(doc).notes.map(({ id }) => id)).toEqual(["n2"]);
});

test("whatever two people do, in whatever order it arrives, both see the same", () => {
  const act = fc.record({ who: fc.constantFrom(0, 1), what: fc.constantFrom("note", "reply", "reword", "withdraw", "meet"), id: fc.constantFrom("n1", "n2", "n3") });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
      const { siân, gwen, meet } = twoReplicas();
      for (const { who, what, id } of acts) {
        const doc = who === 0 ? siân : gwen;
        if (what === "note") addNote(doc, note(id, String(who)));
        else if (what === "reply") addReply(doc, reply(`r${id}${who}`, id, String(who)));
        else if (what === "reword") rewordNote(doc, id, `words of ${who}`);
        else if (what === "withdraw") withdrawNote(doc, id);
        else meet();
      }
      meet();
      expect(readNotes(siân)).toEqual(readNotes(gwen));
    }),
    { seed: 20261122 },
  );
});

/** Nothing travels until they meet. */
function twoReplicas() {
  const siân = new Y.Doc();
  const gwen = new Y.Doc();
  const meet = () => {
    const [fromSiân, fromGwen] = [Y.encodeStateAsUpdate(siân), Y.encodeStateAsUpdate(gwen)];
    Y.applyUpdate(gwen, fromSiân);
    Y.applyUpdate(siân, fromGwen);
  };
  return { siân, gwen, meet };
}

function note(id: string, by: string): Note {
  return { id, by, words: "It matters.", lang: "en", passage: [{ versionId: "v1", blockId: "a", start: 0, end: 7, exact: "Respite", prefix: "", suffix: " gives" }] };
}

function reply(id: string, noteId: string, by: string): Reply {
  return { id, noteId, by, way: "builds", words: "So it is.", because: "", lang: "en" };
}
