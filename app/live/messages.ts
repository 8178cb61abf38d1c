/** The JSON messages of the wire: type and check in one. Byte 0 is the message's number (`codes.ts`), the rest is UTF-8 JSON. */
import * as z from "zod/mini";

import { personSchema } from "./person.ts";

const rightsSchema = z.enum(["none", "read", "write"]);

/** Told after each answer to an asking, when everything the server had is sent. */
export const helloSchema = z.object({
  /** Erasing raises it; a replica of an older epoch must be deleted. */
  epoch: z.number(),
  /** The Yjs clientID this connection writes under. Set it before writing. */
  client: z.number(),
  /** The clock the server expects next from that clientID: resend from here. */
  next: z.number(),
  rights: rightsSchema,
});
export type Hello = z.infer<typeof helloSchema>;

export const rightsNoticeSchema = z.object({ rights: rightsSchema });
export type RightsNotice = z.infer<typeof rightsNoticeSchema>;

/** What a client says of itself. Who it is, the server adds from the seat. */
export const sayingSchema = z.object({
  /** Id of the record being typed in. */
  typing: z.optional(z.string().check(z.maxLength(60))),
  /** Where in that record's text: two Yjs relative positions, base64. */
  cursor: z.optional(z.array(z.string().check(z.maxLength(120))).check(z.maxLength(2))),
});
export type Saying = z.infer<typeof sayingSchema>;

/** One member in a document: null when they have gone. Last state wins. */
export const presenceSchema = z.object({ memberId: z.string(), saying: z.nullable(sayingSchema) });
export type Presence = z.infer<typeof presenceSchema>;
export const presencesSchema = z.array(presenceSchema);

export const peopleSchema = z.array(personSchema);

/** Members with a live socket. `all` on joining, then `came` and `went`. */
export const hereSchema = z.object({
  all: z.optional(z.array(z.string())),
  came: z.optional(z.array(z.string())),
  went: z.optional(z.array(z.string())),
});
export type Here = z.infer<typeof hereSchema>;

/** `asked` is the client's own number, given back untouched; `now` is server time, milliseconds since 1970. */
export const clockAnswerSchema = z.object({ asked: z.optional(z.number()), now: z.number() });

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** Null when the bytes are not such a message. */
export function readMessage<S extends z.ZodMiniType>(schema: S, json: Uint8Array): z.infer<S> | null {
  let value: unknown;
  try {
    value = JSON.parse(decoder.decode(json));
  } catch {
    return null;
  }
  const read = schema.safeParse(value);
  return read.success ? read.data : null;
}

/** The message's number, then its JSON. */
export function writeMessage(number: number, value: unknown): Uint8Array<ArrayBuffer> {
  const json = encoder.encode(JSON.stringify(value));
  const message = new Uint8Array(json.length + 1);
  message[0] = number;
  message.set(json, 1);
  return message;
}
