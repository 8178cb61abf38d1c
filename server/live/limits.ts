/** Every limit of the hub, with its unit and its reason. Nothing else in `server/live` writes a bare number of this sort. */

/** Bytes of one frame from a client. A large paste does not belong on the socket. */
export const FRAME_BYTES = 64 * 1024;

/** Bytes of one presence message from a client. */
export const SAYING_BYTES = 1024;

/** Milliseconds between two batches of presence to a document's sockets: four a second are enough for an eye. */
export const PRESENCE_TICK_MS = 250;

/** Milliseconds of waiting per socket of a document between two ticks: a frame to a socket costs 12–23 µs. */
export const TICK_MS_PER_SOCKET = 0.04;

/** The longest a tick waits, however many sockets: typing still feels live. */
export const TICK_MS_MOST = 100;

/** Milliseconds between two signs of life to a socket: y-websocket's client gives up after 30 s of silence. */
export const BEAT_MS = 12_000;

/** Bytes waiting for a socket above which presence is no longer sent to it: it is only decoration. */
export const PRESENCE_BACKLOG_BYTES = 256 * 1024;

/** Bytes waiting for a socket above which it is closed, to sync afresh: memory stays bounded. */
export const BACKLOG_BYTES = 4 * 1024 * 1024;

/** Milliseconds a socket may take nothing while something waits for it. */
export const STALLED_MS = 15_000;

/** Milliseconds after its last socket has gone that a document stays in memory. */
export const IDLE_MS = 60_000;

/** Bytes of updates kept after the cached encoding of a document before a joining socket causes a fresh one. */
export const TAIL_BYTES = 64 * 1024;

/** Milliseconds between two batches of noticeboard news: one change a session reaches all as one frame. */
export const NEWS_TICK_MS = 100;

/** Milliseconds before the first retry when the store does not answer; doubles up to the most. */
export const STORE_RETRY_MS = 50;
export const STORE_RETRY_MS_MOST = 1_000;

/** Sockets of one member to one document: two tabs, an old one not yet given up, and one more. */
export const SOCKETS_PER_MEMBER = 8;
