/**
 * The noticeboard's sockets on this node: what the desk decided, who is seated, who is here. A change of the
 * desk is read once a session and sent to all as one frame; last state wins.
 */
import * as z from "zod/mini";

import { messages } from "#app/live/codes.ts";
import { readMessage, writeMessage, type Here } from "#app/live/messages.ts";
import type { Person } from "#app/live/person.ts";

import { frameOf, type Frame } from "./frames.ts";
import { NEWS_TICK_MS, NODE_SILENT_MS } from "./limits.ts";
import type { Line } from "./line.ts";

export interface Reader {
  readonly line: Line;
  readonly memberId: string;
  /** 32 bytes that lock this member's unsent words on their device. */
  readonly key: Uint8Array;
}

export interface Noticeboard {
  join(reader: Reader): Promise<void>;
  leave(reader: Reader): void;
  receive(reader: Reader, frame: Uint8Array): void;
  /** The desk decided something: reads the board again and tells all. */
  changed(): void;
  /** Members with a socket, here or on another node. */
  readonly here: ReadonlySet<string>;
  /** Members with a socket on this node. */
  readonly hereOnThisNode: ReadonlySet<string>;
  /** Members with a socket on another node, as it tells now and then; it is forgotten when it stops telling. */
  hearOf(node: string, members: readonly string[]): void;
}

/** What the noticeboard shows, read from the desk. */
export interface Desk {
  board(): Promise<object | null>;
  people(): Promise<readonly Person[]>;
}

const askedSchema = z.object({ asked: z.number() });

export function createNoticeboard(desk: Desk, onError: (error: unknown) => void): Noticeboard {
  const readers = new Set<Reader>();
  const here = new Set<string>();
  const hereOnThisNode = new Set<string>();
  const elsewhere = new Map<string, { readonly members: readonly string[]; readonly at: number }>();
  const socketsOf = new Map<string, number>();
  let shown: Promise<{ board: Frame | null; people: Frame; persons: Map<string, string> }> | null = null;
  let came = new Set<string>();
  let went = new Set<string>();
  let timer: NodeJS.Timeout | null = null;
  let isStale = false;

  async function look() {
    const [board, people] = await Promise.all([desk.board(), desk.people()]);
    return {
      board: board && frameOf(writeMessage(messages.board, board)),
      people: frameOf(writeMessage(messages.people, people)),
      persons: new Map(people.map((person) => [person.id, JSON.stringify(person)])),
    };
  }

  function tellAll(frame: Frame): void {
    for (const reader of readers) reader.line.send(frame);
  }

  function schedule(): void {
    timer ??= setTimeout(() => {
      timer = null;
      spread().catch(onError);
    }, NEWS_TICK_MS);
  }

  async function spread(): Promise<void> {
    spreadHere();
    if (!isStale) return;
    isStale = false;
    // Nobody is looking: whoever comes next reads it afresh.
    if (readers.size === 0) return void (shown = null);
    const before = await shown?.catch(() => null);
    shown = look();
    const now = await shown;
    if (now.board) tellAll(now.board);
    const news = [...now.persons].filter(([id, person]) => before?.persons.get(id) !== person).map(([, person]) => person);
    if (news.length > 0) tellAll(frameOf(writeMessage(messages.people, news.map((person) => JSON.parse(person) as unknown))));
  }

  /** Brings `here` up to date with this node and the others, and notes who came and went. */
  function count(): void {
    const now = new Set(hereOnThisNode);
    for (const [node, { members, at }] of elsewhere) {
      if (Date.now() - at > NODE_SILENT_MS) elsewhere.delete(node);
      else for (const member of members) now.add(member);
    }
    for (const member of here) if (!now.has(member)) note(member, { into: went, outOf: came });
    for (const member of now) if (!here.has(member)) note(member, { into: came, outOf: went });
    here.clear();
    for (const member of now) here.add(member);
  }

  function note(member: string, { into, outOf }: { into: Set<string>; outOf: Set<string> }): void {
    outOf.delete(member);
    into.add(member);
    schedule();
  }

  function spreadHere(): void {
    if (came.size + went.size === 0) return;
    const change: Here = { came: [...came], went: [...went] };
    came = new Set();
    went = new Set();
    tellAll(frameOf(writeMessage(messages.here, change)));
  }

  return {
    here,
    hereOnThisNode,
    hearOf(node, members) {
      elsewhere.set(node, { members, at: Date.now() });
      count();
    },
    async join(reader) {
      shown ??= look();
      const now = await shown.catch((error: unknown) => {
        shown = null;
        throw error;
      });
      if (!reader.line.isOpen) return;
      if (now.board) reader.line.send(now.board);
      reader.line.send(now.people);
      readers.add(reader);
      socketsOf.set(reader.memberId, (socketsOf.get(reader.memberId) ?? 0) + 1);
      hereOnThisNode.add(reader.memberId);
      count();
      reader.line.send(frameOf(writeMessage(messages.here, { all: [...here] } satisfies Here)));
      reader.line.send(frameOf(Uint8Array.of(messages.key, ...reader.key)));
    },
    leave(reader) {
      if (!readers.delete(reader)) return;
      const sockets = (socketsOf.get(reader.memberId) ?? 1) - 1;
      if (sockets > 0) return void socketsOf.set(reader.memberId, sockets);
      socketsOf.delete(reader.memberId);
      hereOnThisNode.delete(reader.memberId);
      count();
    },
    receive(reader, frame) {
      if (frame[0] !== messages.clock) return;
      const question = readMessage(askedSchema, frame.subarray(1));
      if (question) reader.line.send(frameOf(writeMessage(messages.clock, { ...question, now: Date.now() })));
    },
    changed() {
      isStale = true;
      schedule();
    },
  };
}
