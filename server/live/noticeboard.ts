/**
 * The noticeboard's sockets on this node: what the desk decided, who is seated, who is here. A change of the
 * desk is read once a session and sent to all as one frame; last state wins.
 */
import * as z from "zod/mini";

import { isOlderBoard } from "#app/live/board-age.ts";
import { messages } from "#app/live/codes.ts";
import { readMessage, writeMessage, type Here } from "#app/live/messages.ts";
import type { Person } from "#app/live/person.ts";

import { frameOf, type Frame } from "./frames.ts";
import { NEWS_TICK_MS, NODE_SILENT_MS, SAYING_BYTES } from "./limits.ts";
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

/** One look at the desk, as it goes out. */
interface Shown {
  readonly board: Frame | null;
  readonly people: Frame;
  /** By id, as JSON, to find out who changed. */
  readonly persons: ReadonlyMap<string, string>;
}

const askedSchema = z.object({ asked: z.number() });

/** A session's noticeboard on this node. Only `join` throws, when the desk cannot be read; what else fails is told to `onError` and tried again. */
export function createNoticeboard(desk: Desk, onError: (error: unknown) => void): Noticeboard {
  const readers = new Set<Reader>();
  const here = new Set<string>();
  const hereOnThisNode = new Set<string>();
  const elsewhere = new Map<string, { readonly members: readonly string[]; readonly at: number }>();
  const socketsOf = new Map<string, number>();
  let shown: Promise<Shown> | null = null;
  let newest: object | null = null;
  let came = new Set<string>();
  let went = new Set<string>();
  let timer: NodeJS.Timeout | null = null;
  let isStale = false;
  let isLooking = false;

  async function look(): Promise<Shown> {
    const [read, people] = await Promise.all([desk.board(), desk.people()]);
    const board = isOlderBoard(read, newest) ? newest : read;
    newest = board;
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
    // One look at a time: two would answer in any order.
    if (!isStale || isLooking) return;
    isStale = false;
    // Nobody is looking: whoever comes next reads it afresh.
    if (readers.size === 0) return void (shown = null);
    isLooking = true;
    try {
      await lookAgain();
    } finally {
      isLooking = false;
      if (isStale) schedule();
    }
  }

  async function lookAgain(): Promise<void> {
    const before = await shown?.catch(() => null);
    const looked = look();
    shown = looked;
    const now = await looked.catch((error: unknown) => {
      // Nobody was told yet: it is tried again until the store answers.
      isStale = true;
      if (shown === looked) shown = null;
      throw error;
    });
    if (now.board) tellAll(now.board);
    const news = [...now.persons].filter(([id, person]) => before?.persons.get(id) !== person).map(([, person]) => person);
    if (news.length > 0) tellAll(frameOf(writeMessage(messages.people, news.map((person) => JSON.parse(person) as unknown))));
  }

  /** What is shown now. Asked again when a newer look began meanwhile: whoever is told by that one is not told by this. */
  async function latest(): Promise<Shown> {
    for (;;) {
      const looked = (shown ??= look());
      const now = await looked.catch((error: unknown) => {
        if (shown === looked) shown = null;
        throw error;
      });
      if (shown === looked) return now;
    }
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
      const now = await latest();
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
      if (frame[0] !== messages.clock || frame.length > SAYING_BYTES) return;
      const question = readMessage(askedSchema, frame.subarray(1));
      if (question) reader.line.send(frameOf(writeMessage(messages.clock, { ...question, now: Date.now() })));
    },
    changed() {
      isStale = true;
      schedule();
    },
  };
}
