/** Everything on the wire that is a number, declared once for both ends. server/live/PROTOCOL.md tells the whole. */

/** First byte of every binary frame. 0 and 1 are y-websocket's own; ours begin at 100. */
export const messages = {
  /** y-websocket: sync step 1, step 2 or update (y-protocols/sync). Both ways. */
  sync: 0,
  /** y-websocket: awareness. The server sends it empty, as a sign of life, and ignores it coming in. */
  awareness: 1,
  /** y-websocket: a client asks for others' awareness. Ignored: the server makes presence itself. */
  awarenessQuery: 3,
  /** Server → client, after each answer to an asking: `Hello` as JSON. */
  hello: 100,
  /** Server → client: varuint, how many updates of this connection are on disk. */
  ack: 101,
  /** Server → client: `RightsNotice` as JSON. */
  rights: 102,
  /** Client → server: `Saying` as JSON. Server → client: `Presence[]` as JSON, only what changed. */
  presence: 103,
  /** Server → client, noticeboard: the whole board as JSON. */
  board: 110,
  /** Server → client, noticeboard: `Person[]` as JSON, on joining all, then only what changed. */
  people: 111,
  /** Server → client, noticeboard: `Here` as JSON. */
  here: 112,
  /** Noticeboard, both ways: the client sends `{ asked }`, the server answers `{ asked, now }`. */
  clock: 113,
  /** Server → client, noticeboard, on joining: 32 bytes that keep this member's unsent words on the device. */
  key: 114,
} as const;

/** Why the server closes a socket. 4400–4499 are final for y-websocket's client: it does not come back by itself. */
export const closeCodes = {
  /** A text frame, or a message that cannot be read at all. Only binary frames are spoken here. */
  unreadable: 1003,
  /** The server restarts, sent spread over some seconds; or a seat may have been taken back while nodes could not hear one another. Come back in a moment. */
  restarting: 1012,
  /** Too slow to read what was sent, too busy, or the store is out of reach; come back in a moment. */
  tryAgain: 1013,
  /** The seat was taken back, or its member left. */
  unseated: 4401,
  /** A change came from a seat that may not write now (stage, freezing, closing). */
  mayNotWrite: 4403,
  /** The gate refused a change: drop the replica, load afresh, offer the person their words. */
  refused: 4409,
  /** A change deletes so much of others' words that it waits for a facilitator's word: load afresh, the words still stand. */
  held: 4410,
  /** The document holds as much as it may: it can be read as before, and nothing more is taken into it. */
  full: 4413,
  /** The replica is of an older epoch: delete it, load afresh, offer the person their unsent words. */
  otherEpoch: 4412,
} as const;
export type CloseCode = (typeof closeCodes)[keyof typeof closeCodes];
