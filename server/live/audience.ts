/** The sockets of one document on this node: everyone gets the same bytes, encoded once. */
import { setImmediate as turn } from "node:timers/promises";

import * as Y from "yjs";

import { messages } from "#app/live/codes.ts";
import { writeMessage, type Presence, type Saying } from "#app/live/messages.ts";

import { frameOf, updateFrame, type Frame } from "./frames.ts";
import { BROADCAST_SOCKETS, PRESENCE_BYTES_PER_SECOND, PRESENCE_TICK_MS } from "./limits.ts";
import type { Line } from "./line.ts";
import type { Room } from "./room.ts";

/** One socket that follows a document. */
export interface Follower {
  readonly line: Line;
  readonly memberId: string;
  /** True when it understands our own messages; a stock client does not. */
  readonly speaksOurs: boolean;
}

export interface Audience {
  readonly room: Room;
  join(follower: Follower): void;
  leave(follower: Follower): void;
  /** Heard from followers only: what anybody else does would stand there for ever, since nobody sees them leave. */
  say(follower: Follower, saying: Saying): void;
  /** What members on another node are doing. */
  hear(presences: readonly Presence[]): void;
}

/** `onPresence` is told what members of this node do, for the other nodes. */
export function createAudience(room: Room, onPresence: (presences: readonly Presence[]) => void): Audience {
  const followers = new Set<Follower>();
  const present = new Map<string, Saying>();
  /** What each said last. */
  const said = new WeakMap<Follower, string>();
  const changed = new Set<string>();
  /** Those of the changed ones that changed on this node. */
  const local = new Set<string>();
  let timer: NodeJS.Timeout | null = null;
  let presenceMs = PRESENCE_TICK_MS;
  let waiting: Uint8Array[] = [];
  let isBroadcasting = false;

  room.onCommitted = (update) => {
    waiting.push(update);
    // It does not reject: a line that can take no more closes itself.
    if (!isBroadcasting) void broadcast();
  };

  /** What is committed while a broadcast goes on waits for its end, and goes out as one frame. */
  async function broadcast(): Promise<void> {
    isBroadcasting = true;
    while (waiting.length > 0) {
      const started = performance.now();
      const frame = updateFrame(mergedOf(waiting));
      waiting = [];
      await toAll(({ line }) => line.send(frame));
      room.pace.broadcastTook(performance.now() - started);
    }
    isBroadcasting = false;
  }

  /** Some at a time, so that others have their turn. Whoever joins meanwhile may get what they have already, which changes nothing. */
  async function toAll(tell: (follower: Follower) => void): Promise<void> {
    let told = 0;
    for (const follower of followers) {
      tell(follower);
      if (++told % BROADCAST_SOCKETS === 0) await turn();
    }
  }

  function mark(memberId: string): void {
    changed.add(memberId);
    timer ??= setTimeout(() => void spread(), presenceMs);
  }

  async function spread(): Promise<void> {
    const started = performance.now();
    const mine = presencesOf(local, present);
    if (mine.length > 0) onPresence(mine);
    local.clear();
    const frame = presenceFrame(changed, present);
    changed.clear();
    presenceMs = Math.max(PRESENCE_TICK_MS, (frame.length * followers.size * 1_000) / PRESENCE_BYTES_PER_SECOND);
    await toAll(({ line, speaksOurs }) => {
      if (speaksOurs) line.sendIfQuick(frame);
    });
    // Timed from the beginning of this one; never before its end.
    const wait = Math.max(0, started + presenceMs - performance.now());
    timer = changed.size > 0 ? setTimeout(() => void spread(), wait) : null;
  }

  function stillHere(memberId: string): boolean {
    for (const follower of followers) if (follower.memberId === memberId) return true;
    return false;
  }

  return {
    room,
    join(follower) {
      followers.add(follower);
      if (follower.speaksOurs && present.size > 0) follower.line.send(presenceFrame(present.keys(), present));
    },
    leave(follower) {
      if (!followers.delete(follower)) return;
      if (present.has(follower.memberId) && !stillHere(follower.memberId)) {
        present.delete(follower.memberId);
        local.add(follower.memberId);
        mark(follower.memberId);
      }
    },
    say(follower, saying) {
      if (!followers.has(follower)) return;
      const { memberId } = follower;
      const json = JSON.stringify(saying);
      // Said by the same socket before, and by no other of theirs otherwise since: nothing to tell.
      const isKnown = said.get(follower) === json && JSON.stringify(present.get(memberId)) === json;
      said.set(follower, json);
      if (isKnown) return;
      present.set(memberId, saying);
      local.add(memberId);
      mark(memberId);
    },
    hear(presences) {
      for (const { memberId, saying } of presences) {
        if (saying) present.set(memberId, saying);
        else if (!stillHere(memberId)) present.delete(memberId);
        mark(memberId);
      }
    },
  };
}

function mergedOf(updates: readonly Uint8Array[]): Uint8Array {
  const [first, second] = updates;
  return first && !second ? first : Y.mergeUpdates([...updates]);
}

function presencesOf(members: Iterable<string>, present: ReadonlyMap<string, Saying>): Presence[] {
  return [...members].map((memberId) => ({ memberId, saying: present.get(memberId) ?? null }));
}

function presenceFrame(members: Iterable<string>, present: ReadonlyMap<string, Saying>): Frame {
  return frameOf(writeMessage(messages.presence, presencesOf(members, present)));
}
