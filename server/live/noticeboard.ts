/**
 * The noticeboard's sockets on this node: what the desk decided, who is seated, who is here. A change of the
 * desk is read once a session and sent to all as one frame; last state wins.
 */
import * as z from "zod/mini";

import { messages } from "#app/live/codes.ts";
import { readMessage, writeMessage, type Here } from "#app/live/messages.ts";
import type { Person } from "#app/live/person.ts";

import { frameOf, type Frame } from "./frames.ts";
import { NEWS_TICK_MS } from "./limits.ts";
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
  readonly here: ReadonlySet<string>;
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

  function spreadHere(): void {
    if (came.size + went.size === 0) return;
    const change: Here = { came: [...came], went: [...went] };
    came = new Set();
    went = new Set();
    tellAll(frameOf(writeMessage(messages.here, change)));
  }

  return {
    here,
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
      const sockets = (socketsOf.get(reader.memberId) ?? 0) + 1;
      socketsOf.set(reader.memberId, sockets);
      here.add(reader.memberId);
      reader.line.send(frameOf(writeMessage(messages.here, { all: [...here] } satisfies Here)));
      reader.line.send(frameOf(Uint8Array.of(messages.key, ...reader.key)));
      if (sockets > 1) return;
      came.add(reader.memberId);
      went.delete(reader.memberId);
      schedule();
    },
    leave(reader) {
      if (!readers.delete(reader)) return;
      const sockets = (socketsOf.get(reader.memberId) ?? 1) - 1;
      if (sockets > 0) return void socketsOf.set(reader.memberId, sockets);
      socketsOf.delete(reader.memberId);
      here.delete(reader.memberId);
      went.add(reader.memberId);
      came.delete(reader.memberId);
      schedule();
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
