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
}

export function createAudience(room: Room): Audience {
  const followers = new Set<Follower>();
  const present = new Map<string, Saying>();
  const changed = new Set<string>();
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
        mark(follower.memberId);
      }
    },
    say(memberId, saying) {
      present.set(memberId, saying);
      mark(memberId);
    },
  };
}

function presenceFrame(members: Iterable<string>, present: ReadonlyMap<string, Saying>): Frame {
  const presences: Presence[] = [...members].map((memberId) => ({ memberId, saying: present.get(memberId) ?? null }));
  return frameOf(writeMessage(messages.presence, presences));
}
