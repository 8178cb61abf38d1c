/** A page's socket to the noticeboard of its session: follows it, and comes back by itself after a break. */
import { isOlderBoard } from "./board-age.ts";
import { closeCodes, messages } from "./codes.ts";
import { clockAnswerSchema, hereSchema, peopleSchema, readMessage, writeMessage } from "./messages.ts";
import type { Person } from "./person.ts";
import { Watched } from "./watched.ts";

/** Milliseconds: the first wait before coming back, and the longest. A random half is added, so that not all come at once. */
const FIRST_WAIT = 200;
const LONGEST_WAIT = 4_000;

/** Milliseconds of silence after which the line counts as dead; the server is never silent for longer than 16 s. */
const SILENCE = 30_000;

/** Milliseconds between two questions for the time: a phone's clock drifts. */
const ASK_TIME_EVERY = 60_000;

/** A page's line to the noticeboard: the last board, the people, who is here, and the server's clock. */
export class NoticeLine extends Watched {
  notice: unknown;
  people: ReadonlyMap<string, Person>;
  here: ReadonlySet<string> = new Set();
  /** Milliseconds to add to this device's clock to get the server's. */
  offset = 0;
  isOpen = false;
  /** The server took the seat back: the line stays closed. */
  isOver = false;
  /** Resolves with the bytes that lock unsent words on this device. */
  readonly key: Promise<Uint8Array<ArrayBuffer>>;

  #socket: WebSocket | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #watchdog: ReturnType<typeof setInterval> | undefined;
  #waits = 0;
  #heardAt = 0;
  #askedAt = 0;
  #gotKey: (key: Uint8Array<ArrayBuffer>) => void = () => {};

  constructor(private readonly sessionId: string, notice: unknown, people: readonly Person[]) {
    super();
    this.notice = notice;
    this.people = new Map(people.map((person) => [person.id, person]));
    this.key = new Promise((resolve) => (this.#gotKey = resolve));
  }

  open(): void {
    this.#watchdog ??= setInterval(() => this.#check(), ASK_TIME_EVERY / 10);
    if (this.#socket || this.isOver) return;
    const socket = new WebSocket(`${location.origin.replace(/^http/, "ws")}/live/session/${this.sessionId}`);
    socket.binaryType = "arraybuffer";
    socket.onopen = () => this.#opened();
    socket.onmessage = (event: MessageEvent<ArrayBuffer>) => this.#hear(new Uint8Array(event.data));
    socket.onclose = (event) => this.#closed(event.code);
    this.#socket = socket;
  }

  close(): void {
    clearTimeout(this.#timer);
    clearInterval(this.#watchdog);
    this.#watchdog = undefined;
    this.#drop();
  }

  #drop(): void {
    const socket = this.#socket;
    this.#socket = null;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  #opened(): void {
    this.isOpen = true;
    this.#heardAt = Date.now();
    this.#askTime();
    this.changed();
  }

  #closed(code: number): void {
    this.#drop();
    this.isOpen = false;
    this.isOver = code === closeCodes.unseated;
    this.changed();
    if (this.isOver) return;
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.#waits++);
    this.#timer = setTimeout(() => this.open(), wait * (0.5 + Math.random() / 2));
  }

  #check(): void {
    const now = Date.now();
    if (this.isOpen && now - this.#heardAt > SILENCE) this.#closed(0);
    else if (this.isOpen && now - this.#askedAt > ASK_TIME_EVERY) this.#askTime();
  }

  #askTime(): void {
    this.#askedAt = Date.now();
    this.#socket?.send(writeMessage(messages.clock, { asked: performance.now() }));
  }

  #hear(message: Uint8Array<ArrayBuffer>): void {
    this.#heardAt = Date.now();
    this.#waits = 0;
    const body = message.subarray(1);
    if (message[0] === messages.board) this.#hearBoard(body);
    else if (message[0] === messages.people) this.#hearPeople(body);
    else if (message[0] === messages.here) this.#hearHere(body);
    else if (message[0] === messages.clock) this.#hearClock(body);
    else if (message[0] === messages.key) this.#gotKey(body.slice());
    else return;
    this.changed();
  }

  /** Where there are several nodes, one may know of less than the one that rendered this page. */
  #hearBoard(body: Uint8Array): void {
    const notice = JSON.parse(new TextDecoder().decode(body)) as unknown;
    if (!isOlderBoard(notice, this.notice)) this.notice = notice;
  }

  #hearPeople(body: Uint8Array): void {
    const people = readMessage(peopleSchema, body) ?? [];
    this.people = new Map([...this.people, ...people.map((person) => [person.id, person] as const)]);
  }

  #hearHere(body: Uint8Array): void {
    const { all, came = [], went = [] } = readMessage(hereSchema, body) ?? {};
    const here = new Set([...(all ?? this.here), ...came]);
    for (const id of went) here.delete(id);
    this.here = here;
  }

  #hearClock(body: Uint8Array): void {
    const answer = readMessage(clockAnswerSchema, body);
    if (answer?.asked === undefined) return;
    const travelled = performance.now() - answer.asked;
    this.offset = answer.now + travelled / 2 - Date.now();
  }
}
