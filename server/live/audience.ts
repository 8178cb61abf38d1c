/** The sockets of one document on this node: everyone gets the same bytes, encoded once. */
import { messages } from "#app/live/codes.ts";
import { writeMessage, type Presence, type Saying } from "#app/live/messages.ts";

import { frameOf, updateFrame, type Frame } from "./frames.ts";
import { PRESENCE_TICK_MS } from "./limits.ts";
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
  say(memberId: string, saying: Saying): void;
  /** What members on another node are doing. */
  hear(presences: readonly Presence[]): void;
}

/** `onPresence` is told what members of this node do, for the other nodes. */
export function createAudience(room: Room, onPresence: (presences: readonly Presence[]) => void): Audience {
  const followers = new Set<Follower>();
  const present = new Map<string, Saying>();
  const changed = new Set<string>();
  /** Those of the changed ones that changed on this node. */
  const local = new Set<string>();
  let timer: NodeJS.Timeout | null = null;

  room.onCommitted = (update) => {
    const frame = updateFrame(update);
    for (const follower of followers) follower.line.send(frame);
  };

  function mark(memberId: string): void {
    changed.add(memberId);
    timer ??= setTimeout(spread, PRESENCE_TICK_MS);
  }

  function spread(): void {
    timer = null;
    const mine = presencesOf(local, present);
    if (mine.length > 0) onPresence(mine);
    local.clear();
    const frame = presenceFrame(changed, present);
    changed.clear();
    for (const follower of followers) if (follower.speaksOurs) follower.line.sendIfQuick(frame);
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
    say(memberId, saying) {
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

function presencesOf(members: Iterable<string>, present: ReadonlyMap<string, Saying>): Presence[] {
  return [...members].map((memberId) => ({ memberId, saying: present.get(memberId) ?? null }));
}

function presenceFrame(members: Iterable<string>, present: ReadonlyMap<string, Saying>): Frame {
  return frameOf(writeMessage(messages.presence, presencesOf(members, present)));
}
