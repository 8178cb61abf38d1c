/**
 * The one log of a process. What people are called, the codes they come in by and the words they write must
 * never be in it, and nobody should have to remember that: only the fields named here get through, and of an
 * error only what it is and where it arose, since messages quote what they could not read.
 */
import pino, { type DestinationStream, type Logger } from "pino";

/** All that may be said of an event, each free of anything a person typed. */
const FIELDS = new Set([
  /** An error, as `describeError` tells it. */
  "err",
  "method",
  /** An address with the ids left out, such as "/s/:/notes". */
  "route",
  "status",
  "milliseconds",
  "bytes",
  /** What is not as it should be: a name of ours. */
  "check",
]);

interface LogOptions {
  /** The least that is told: pino's "debug", "info", "warn" …, or "silent". */
  readonly level: string;
  /** Standard error unless given. */
  readonly to?: DestinationStream;
}

/** Writes one line of JSON an event, at once, so that the last words before an end are there too. */
export function createLog({ level, to = pino.destination({ fd: 2, sync: true }) }: LogOptions): Logger {
  const log = pino({
    level,
    base: {},
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }), log: onlyNamed },
    serializers: { err: describeError },
    hooks: {
      // An event's name is written in our code; values put into it, or an error's own message in its place, are not.
      logMethod(args: readonly unknown[], write) {
        const [first, second] = args;
        const [fields, name] = typeof first === "string" ? [{}, first] : [first instanceof Error ? { err: first } : (first ?? {}), second];
        write.call(this, fields, typeof name === "string" ? name : "unnamed");
      },
    },
  }, to);
  // A child's own fields would go past the list, so nobody has children.
  return Object.assign(log, { child: () => log });
}

function onlyNamed(fields: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => FIELDS.has(name)));
}

/** SQLSTATE, Prisma's and Node's codes: none can hold nine digits. */
const KNOWN_CODE = /^([0-9A-Z]{5}|P\d{4}|E[A-Z]{3,20}|ERR_[A-Z_]{3,60})$/;
const KIND = /^[A-Za-z]{1,60}$/;
const FRAMES_MOST = 12;

/** What an error is and where it arose, without what it says. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { kind: typeof error };
  const code = "code" in error && typeof error.code === "string" && KNOWN_CODE.test(error.code) ? error.code : undefined;
  const cause = error.cause instanceof Error ? describeError(error.cause) : undefined;
  return { kind: KIND.test(error.name) ? error.name : "Error", code, at: framesOf(error), cause };
}

/** File, line and column of each call. The message stands before them and is cut away whole, however many lines it has. */
function framesOf({ stack = "", message }: Error): string[] {
  const calls = message && stack.includes(message) ? stack.slice(stack.indexOf(message) + message.length) : stack;
  const frames = calls.split("\n").map((line) => /^ {4}at .*?([\w.@+-]+\/[\w.@+-]+:\d+:\d+)\)?$/.exec(line)?.[1]);
  return frames.filter((frame) => frame !== undefined).slice(0, FRAMES_MOST);
}
