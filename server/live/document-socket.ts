/** One socket on one document: what it may send, and what it is told. */
import { closeCodes, messages, type CloseCode } from "#app/live/codes.ts";
import type { DocumentKind, Rights } from "#app/live/kinds.ts";
import { readMessage, sayingSchema, writeMessage, type Hello } from "#app/live/messages.ts";

import type { Allowance } from "./allowance.ts";
import type { Audience, Follower } from "./audience.ts";
import { ackFrame, askFrame, frameOf, readFrame, stateFrame, updateFrame, type Incoming } from "./frames.ts";
import { SAYING_BYTES, WAITING_BYTES, WHOLE_SYNC_MS } from "./limits.ts";
import type { Line } from "./line.ts";
import { createValve } from "./valve.ts";

/** What the address and the seat say of a socket. */
export interface Opening {
  readonly memberId: string;
  readonly clientId: number;
  readonly rights: Rights;
  /** Shared with the member's other sockets on the document. */
  readonly allowance: Allowance;
  /** False for a stock y-websocket client, which is asked for what it has and hears none of our own messages. */
  readonly speaksOurs: boolean;
}

export interface DocumentSocket {
  readonly memberId: string;
  readonly clientId: number;
  readonly documentId: string;
  readonly kind: DocumentKind;
  receive(frame: Uint8Array): void;
  setRights(rights: Rights): void;
  close(code: CloseCode, reason?: string): void;
  closed(): void;
}

export function openDocumentSocket(line: Line, audience: Audience, opening: Opening): DocumentSocket {
  const { room } = audience;
  const { memberId, clientId, speaksOurs, allowance } = opening;
  const follower: Follower = { line, memberId, speaksOurs };
  const valve = createValve(line, allowance);
  let rights = opening.rights;
  let wholeAt = -WHOLE_SYNC_MS;
  let kept = 0;
  let ackDue = false;
  /** What a stock client sent before it answered our asking; that answer must come first. */
  let early: Uint8Array[] | null = speaksOurs ? null : [];
  let earlyBytes = 0;

  function hand(bytes: Uint8Array, whole: boolean): void {
    room.take({
      memberId,
      clientId,
      bytes,
      whole,
      took: (milliseconds) => valve.worked(milliseconds),
      kept() {
        valve.kept(bytes.length);
        kept++;
        acknowledge();
      },
      refused: (code, reason) => line.close(code, reason),
    });
  }

  function acknowledge(): void {
    if (ackDue || !speaksOurs) return;
    ackDue = true;
    line.hold();
    // After the batch: one number for all of this socket's changes in it, in one write with what everybody is told of them.
    queueMicrotask(() => {
      ackDue = false;
      line.send(ackFrame(kept));
      line.release();
    });
  }

  function answer(stateVector: Uint8Array): void {
    const now = performance.now();
    if (now - wholeAt < WHOLE_SYNC_MS || allowance.fetched.wait(now) > 0) return line.close(closeCodes.tryAgain, "synced a moment ago");
    wholeAt = now;
    room.readable(() => {
      if (!line.isOpen || !sync(stateVector)) return;
      audience.join(follower);
      if (speaksOurs) line.send(helloFrame({ epoch: room.epoch, client: clientId, next: room.greet(clientId), rights }));
    }, unanswered);
  }

  function unanswered(): void {
    line.close(closeCodes.tryAgain, "the store does not answer");
  }

  /** Sends what the other side lacks; false when it could not say what it has. Paid for by the member, and by the room: a long document takes a while to encode. */
  function sync(stateVector: Uint8Array): boolean {
    const started = performance.now();
    try {
      const [state, ...rest] = stateVector.length <= 1 ? room.whole() : [room.missing(stateVector)];
      if (state) line.send(stateFrame(state));
      for (const update of rest) line.send(updateFrame(update));
      allowance.fetched.spend([state, ...rest].reduce((sum, update) => sum + (update?.length ?? 0), 0), started);
    } catch {
      line.close(closeCodes.unreadable, "state vector");
      return false;
    }
    const took = performance.now() - started;
    valve.worked(took);
    room.pace.worked(took);
    return true;
  }

  function change({ bytes, whole }: Extract<Incoming, { kind: "change" }>): void {
    // A stock client answers our asking with all it knows to be deleted; only words of its own are too much.
    if (rights !== "write") return isEmpty(bytes) || (whole && bytes[0] === 0) ? valve.took(0) : line.close(closeCodes.mayNotWrite, "read only");
    valve.took(bytes.length);
    if (early && !whole) return wait(early, bytes);
    // Copied: a frame shares its memory with others of the same read.
    if (isEmpty(bytes)) valve.kept(bytes.length);
    else hand(bytes.slice(), whole);
    const late = early ?? [];
    early = null;
    for (const one of late) hand(one, true);
  }

  /** Until our asking is answered; whoever writes and never answers is not waited for. */
  function wait(early: Uint8Array[], bytes: Uint8Array): void {
    early.push(bytes.slice());
    earlyBytes += bytes.length;
    if (earlyBytes > WAITING_BYTES) line.close(closeCodes.tryAgain, "answer what you have first");
  }

  function hear(json: Uint8Array): void {
    valve.took(0);
    const saying = json.length <= SAYING_BYTES ? readMessage(sayingSchema, json) : null;
    if (!saying) return line.close(closeCodes.unreadable, "presence");
    if (rights !== "none") audience.say(follower, saying);
  }

  room.sockets++;
  allowance.sockets++;
  if (!speaksOurs) room.readable(() => line.send(askFrame(room.stateVector())), unanswered);

  return {
    memberId,
    clientId,
    documentId: room.id,
    kind: room.kind,
    receive(frame) {
      const message = readFrame(frame);
      if (!message) return line.close(closeCodes.unreadable);
      if (message.kind === "ask") answer(message.stateVector.slice());
      if (message.kind === "change") change(message);
      if (message.kind === "saying") hear(message.json);
      if (message.kind === "nothing") valve.took(0);
    },
    setRights(now) {
      if (now === rights) return;
      rights = now;
      if (now === "none") return line.close(closeCodes.mayNotWrite, "not for this seat now");
      if (speaksOurs) line.send(frameOf(writeMessage(messages.rights, { rights: now })));
    },
    close: (code, reason) => line.close(code, reason),
    closed() {
      room.sockets--;
      allowance.sockets--;
      valve.stop();
      audience.leave(follower);
    },
  };
}

function helloFrame(hello: Hello) {
  return frameOf(writeMessage(messages.hello, hello));
}

/** No structs and no deletions: how a client with nothing to tell answers. */
function isEmpty(update: Uint8Array): boolean {
  return update.length === 2 && update[0] === 0 && update[1] === 0;
}
