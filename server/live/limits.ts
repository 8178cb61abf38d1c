/** Every limit of the hub, with its unit and its reason. Nothing else in `server/live` writes a bare number of this sort. */
import { NEARLY_FULL_BYTES } from "#app/live/size.ts";

/** Bytes of one frame from a client. A large paste does not belong on the socket. */
export const FRAME_BYTES = 64 * 1024;

/** Bytes of one presence message from a client. */
export const SAYING_BYTES = 1024;

/** Milliseconds between two batches of presence to a document's sockets: a cursor still moves rather than jumps. */
export const PRESENCE_TICK_MS = 50;

/** Bytes of presence a second to all sockets of a document together, about two gigabit lines: above it the batches come less often. */
export const PRESENCE_BYTES_PER_SECOND = 256 * 1024 * 1024;

/** Milliseconds from the first change of any document on that a commit waits for what others write meanwhile: nobody sees it, and commits and frames are what costs. */
export const GATHER_MS = 35;

/** Sockets of a document from which on it counts them: some more, and its changes wait longer than that. */
export const TICK_FREE_SOCKETS = 30;

/**
 * Milliseconds, for each socket of a document beyond those, that a change waits in all for what others write there: a
 * frame costs 12–23 µs a socket whatever is in it, and the more sockets there are, the more of them write.
 */
export const TICK_MS_PER_SOCKET = 5.5;

/** Milliseconds of it in a crowd, from fifty sockets on: nobody sees it, and it costs a fraction of sending each keystroke. */
export const TICK_MS_CROWD = 110;

/** A tick comes so many times as late as the last broadcast took long: on a slow machine half of the time is left for others. */
export const TICK_PER_BROADCAST = 2;

/** Milliseconds between two ticks at the most, the room's own work aside: typing still feels live. */
export const TICK_MS_MOST = 250;

/** Milliseconds that one tick of one document may judge and apply before the others have their turn; the rest waits for the next. */
export const TICK_WORK_MS = 25;

/**
 * Changes that one tick takes, the others are in the next: until a tick ends, letters typed one after the other stand in the document one
 * by one, and whoever else writes there walks past each (`WALK_ITEMS`).
 */
export const TICK_CHANGES = 500;

/** Milliseconds of judging and applying that one document may cause at once, and per second for long: a fifth of the process. Three thousand people cause half of it. More has to wait, and other documents do not. */
export const ROOM_WORK_MS_BURST = 2_000;
export const ROOM_WORK_MS_PER_SECOND = 200;

/** Sockets written to before all else gets its turn: about four milliseconds. */
export const BROADCAST_SOCKETS = 250;

/** Milliseconds between two looks at a socket. Since one of them nothing may have been said for nearly two, and y-websocket's client gives up after 30 s of silence: a sign of life may be half of that late. */
export const BEAT_MS = 8_000;

/** Beats from one ping of a line to its next, which asks whether somebody is there: each answer wakes the process, and nine hundred at each beat are felt. */
export const PING_BEATS = 3;

/** Bytes waiting for a socket above which presence is no longer sent to it: it is only decoration. */
export const PRESENCE_BACKLOG_BYTES = 256 * 1024;

/** Bytes waiting for a socket above which it is closed, to sync afresh: memory stays bounded. */
export const BACKLOG_BYTES = 4 * 1024 * 1024;

/** Milliseconds a socket may take nothing while something waits for it. Slowly is not nothing. */
export const STALLED_MS = 15_000;

/** Milliseconds in which a ping is answered on a line with nothing else on it: less than two beats, so that silence for two is too long. */
export const ANSWER_MS = 10_000;
/** Bytes a second that even the worst line takes, a quarter of a rural phone's 280 kbit/s: what was sent before a ping goes before it, in our memory, the system's and a proxy's. */
export const SLOW_BYTES_PER_SECOND = 8 * 1024;

/** Milliseconds after its last socket has gone that a document stays in memory. */
export const IDLE_MS = 60_000;

/** Bytes of updates kept after the cached encoding of a document before a joining socket causes a fresh one. */
export const TAIL_BYTES = 64 * 1024;

/** Milliseconds between two batches of noticeboard news: one change a session reaches all as one frame. */
export const NEWS_TICK_MS = 100;

/** Milliseconds that a commit waits for the store's answer before it asks again on another connection: one that was cut without a word answers after a quarter of an hour. */
export const STORE_PATIENCE_MS = 15_000;

/** Milliseconds that a stop waits for the store, to give up what is owned and have on disk what was taken, before it sends the pages away (they still have it, unacknowledged), and once more after that. */
export const STOP_PATIENCE_MS = 3_000;

/** Milliseconds for which whoever joins or reads waits for the commit under way. Then the store is slow, full or away, and they are shown what was on disk before: an empty page looks broken by then. */
export const READ_PATIENCE_MS = 1_000;

/** Milliseconds before the first retry when the store does not answer; doubles up to the most. */
export const STORE_RETRY_MS = 50;
export const STORE_RETRY_MS_MOST = 1_000;

/** Sockets of one member to one document: two tabs, an old one not yet given up, and one more. */
export const SOCKETS_PER_MEMBER = 8;

/** Sockets on one document of one node: a national event and half as many again were measured (3,000; 0.05 MB each). More wait outside rather than slow down who is in. */
export const SOCKETS_PER_DOCUMENT = 5_000;

/** Sockets of one node together: about half a gigabyte, and two on a document and one on the board for each of three thousand. */
export const SOCKETS_MOST = 10_000;

/** Handshakes of one network (an address, or an IPv6 /64) that may fail at once, and come back per second: sixty a minute. Beyond it one is looked at after the other, so that nobody who shares the address is shut out. */
export const FAILED_KNOCKS_BURST = 60;
export const FAILED_KNOCKS_PER_SECOND = 1;
/** Handshakes of such a network that may wait for their turn. */
export const KNOCKS_WAITING = 50;
/** Networks remembered; the oldest is forgotten. */
export const KNOCKERS_MOST = 10_000;

/** Milliseconds between two looks whether the seats of open sockets still stand: a seat may end by time alone, and a word between nodes may be lost. */
export const SEATS_LOOK_MS = 60_000;
/** Seats asked about at once, so that a crowd's are spread over some questions. */
export const SEATS_AT_ONCE = 500;

/** Structs in one change: a pasted page is one, a new record about ten. */
export const CHANGE_STRUCTS = 500;

/** Structs in one answer to our asking: what a stock client wrote offline. */
export const WHOLE_STRUCTS = 2_000;

/** UTF-16 units that one change may add, deleted ones included: bounds the gate's own memory. */
export const CHANGE_UNITS = 131_072;

/** Units of one run of something already deleted. */
export const RUN_UNITS = 65_536;

/** Deepest nesting of arrays and objects in one plain value: ours have two. */
export const PLAIN_DEPTH = 6;

/** Bytes of a string that the gate itself reads, an author's member id: ours have 36. */
export const SHORT_TEXT_BYTES = 64;

/** Items between an item's two neighbours: Yjs walks over them, and quadratically so when there are many like it. */
export const WALK_ITEMS = 1_000;

/** Bytes of a whole document, encoded. At the limit it is read-only, and says so. */
export const DOCUMENT_BYTES = 2 * NEARLY_FULL_BYTES;

/** Structs of a whole document: each costs memory and time on every joining page. They, and its bytes, are counted as a tick comes to disk: the tick that reaches the limit is taken whole. */
export const DOCUMENT_STRUCTS = 100_000;

/** ClientIDs ever written under in a document. Issued on first writing only, and no walk is longer than `WALK_ITEMS`, so many are safe. */
export const DOCUMENT_CLIENTS = 5_000;

/** ClientIDs of one member in a document: each page that writes is one. Beyond it a new page goes on under an old one's. In a crowd, from half of all on, one each. */
export const MEMBER_CLIENTS = 8;
export const MEMBER_CLIENTS_CROWD = 1;
/** At the most, those included under which something was refused: a page begins afresh after that, and nobody honest has it happen so often. */
export const MEMBER_CLIENTS_MOST = 32;

/** Refused replicas of a document, and ones whose deletion is held, that are remembered, in all and of one member: what they still send is on its way for a moment only. */
export const SPENT_MOST = 10_000;
export const SPENT_PER_MEMBER = 64;

/** Changes a connection may send at once, and per second for long. Typing fast is about ten a second. */
export const CHANGES_BURST = 60;
export const CHANGES_PER_SECOND = 20;

/** Milliseconds of work one member may cause in a document at once, and per second for long, with all their sockets. More has to wait. */
export const WORK_MS_BURST = 250;
export const WORK_MS_PER_SECOND = 25;

/** Milliseconds of work that a held deletion counts as, beside its judging: a row of its own, rights and board read again, and a frame to everybody. Nobody honest has it happen five times in a row. */
export const HELD_WORK_MS = 50;

/** Milliseconds of work that a change by a form is paid for with before it is known what it took: what trying one on a copy of a short document takes. */
export const FORM_MS = 1;

/** Bytes one member may add to a document's log at once, and per second for long: a hundred thousand keystrokes, then as fast as anybody types. The log is kept whole, and all that mends reads it. */
export const LOGGED_BYTES_BURST = 8 * 1024 * 1024;
export const LOGGED_BYTES_PER_SECOND = 1024;

/** Bytes of syncing one member may fetch of a document at once, and per second for long: eight tabs of the longest one. */
export const FETCHED_BYTES_BURST = 16 * 1024 * 1024;
export const FETCHED_BYTES_PER_SECOND = 256 * 1024;

/** Bytes of one connection's changes that may wait for the store; then its socket is not read on. */
export const WAITING_BYTES = 64 * 1024;

/** Milliseconds between two whole syncs of one connection: four bytes must not fetch megabytes over and over. */
export const WHOLE_SYNC_MS = 10_000;

/** Rows of the log after which the whole document is written down again: a restart then reads little. */
export const COMPACT_ROWS = 500;

/** Bytes of a document up to which it is read back and compared to be checked: some twenty milliseconds. More would hold up typing; of a longer one only the order of its parts is checked. */
export const CANARY_BYTES = 128 * 1024;

/** Milliseconds between two checks of one document in which people write, and between two of any: a hundredth of the process at the most. */
export const CANARY_MS = 60_000;
export const CANARY_TURN_MS = 2_000;

/** Milliseconds that a document with bad rows may be read at a stretch, before all else has its turn. */
export const REVIVE_MS = 25;

/** Times a commit is tried again because another node was first. */
export const CATCH_UPS = 20;

/** Milliseconds after which a node that no longer tells who is with it counts as gone. */
export const NODE_SILENT_MS = 40_000;

/** Milliseconds, and members, for which a node remembers whose seats were taken back, to tell one that could not hear. */
export const UNSEATED_MS = 600_000;
export const UNSEATED_MOST = 1_000;

/** Milliseconds between two looks into the log, and at what the desk decided, while the line between the nodes is down. */
export const LINE_DOWN_LOOK_MS = 1_000;

/** Milliseconds between two times a node says that it lives, and how long each holds: a dead owner's documents pass on within five seconds. */
export const LEASE_BEAT_MS = 1_000;
export const LEASE_MS = 3_000;

/** Milliseconds without a word from a document's owner before it is asked, and as long again before the store is asked who owns it. */
export const DOUBT_MS = 400;

/** Bytes of changes on their way to a document's owner at once; the rest waits its turn. Redis gives up a reader with 32 MB. */
export const PASSING_BYTES = 1024 * 1024;

/** Milliseconds between two messages with changes to a document's owner at the most; one for each socket, so that a small room does not wait. Fewer messages cost both sides less. */
export const PASS_TICK_MS = 40;

/** Bytes of one message to the owner. */
export const PASS_BYTES = 128 * 1024;

/** Milliseconds between two times a node tells a document's owner how many sockets it has on it; forgotten after three. */
export const CENSUS_MS = 10_000;

/** Milliseconds that sealing and stopping wait for changes on their way to another node. What is late goes back to its writer. */
export const PASSING_PATIENCE_MS = 3_000;

/** Milliseconds that a form's change waits for the node that owns the document: one that died is followed within five seconds. Then its sender is told that it was not kept. */
export const ORDER_PATIENCE_MS = 10_000;

/** Milliseconds until the line to Redis is tried again, longer each time up to the most. */
export const LINE_RETRY_MS = 100;
export const LINE_RETRY_MS_MOST = 1_000;

/** Milliseconds between two words of a node to itself through Redis, and without one before the line counts as down. */
export const ECHO_MS = 1_000;
export const LINE_SILENT_MS = 3_000;

/** Characters of others' words that one member may delete in a document within `BULK_MS` before a facilitator is asked: more than this many, or more than this share of all. */
export const BULK_CHARACTERS = 2_000;
export const BULK_SHARE = 0.3;
/** Milliseconds. */
export const BULK_MS = 10_000;

/** Characters that are never held, however short the document: the longest item of a list (`ITEM_LENGTH`), since anybody may reword a whole one. */
export const BULK_FLOOR = 600;

/** Times a document is written anew because somebody wrote in it meanwhile. */
export const REWRITES = 20;

/** Milliseconds that a mending waits for a lock: another node mends the document, or a backup reads the table. */
export const LOCK_PATIENCE_MS = 10_000;

/** Milliseconds that writing the tables anew waits for whoever reads them; all that is to be kept waits along. */
export const REMOVAL_PATIENCE_MS = 2_000;

/** Milliseconds between two looks whether somebody still reads what was deleted. */
export const READERS_LOOK_MS = 50;

/** Milliseconds between two looks whether all that was passed to other nodes is decided, before a stop. */
export const DRAIN_LOOK_MS = 20;
