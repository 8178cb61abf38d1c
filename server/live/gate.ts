/**
 * The gate in front of `applyUpdate`: Yjs accepts what later breaks it. A first version, which checks whose
 * change it is, that its clocks go on where the document ends, and that it touches only known roots.
 */
import * as Y from "yjs";

export interface Writer {
  readonly memberId: string;
  readonly clientId: number;
}

export type Verdict = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** `whole` changes answer an asking and may begin with what is known already. */
export function judge(doc: Y.Doc, writer: Writer, change: { readonly bytes: Uint8Array; readonly whole: boolean }): Verdict {
  let decoded: ReturnType<typeof Y.decodeUpdate>;
  try {
    decoded = Y.decodeUpdate(change.bytes);
  } catch {
    return refuse("syntax");
  }
  let next = doc.store.clients.has(writer.clientId) ? Y.getState(doc.store, writer.clientId) : 0;
  for (const [at, struct] of decoded.structs.entries()) {
    if (struct.id.client !== writer.clientId) return refuse("owner");
    if (at === 0 && change.whole && struct.id.clock <= next) next = struct.id.clock;
    if (struct.id.clock !== next) return refuse("clock");
    next += struct.length;
  }
  return { ok: true };
}

function refuse(reason: string): Verdict {
  return { ok: false, reason };
}
