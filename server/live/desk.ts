/** What the hub asks of the desk. `server/index.ts` hands it over; the hub itself knows no cookie and no stage. */
import type { DocumentKind, Rights } from "#app/live/kinds.ts";
import type { Person } from "#app/live/person.ts";
import type { Credential } from "#app/session/credential.ts";

/** What the desk says of a browser that wants to follow a document. */
export interface Admission {
  readonly memberId: string;
  /** By what they came in; the hub only asks later whether it still stands. */
  readonly credential: Credential;
  readonly sessionId: string;
  readonly role: Person["role"];
  /** What this seat may do with this document at this moment. */
  readonly rights: Rights;
}

/** What the desk says of a browser that wants to follow a session's noticeboard. */
export interface BoardAdmission {
  readonly memberId: string;
  readonly credential: Credential;
}

/** Who asks for rights on what. */
export interface RightsQuestion {
  readonly memberId: string;
  readonly role: Person["role"];
  readonly documentId: string;
  readonly kind: DocumentKind;
}

export interface Desk {
  /** The board of a session as JSON-able data; null when there is no such session. */
  readonly boardOf: (sessionId: string) => Promise<object | null>;
  /** Everybody ever seated, removed ones too: their words keep their name. */
  readonly peopleOf: (sessionId: string) => Promise<readonly Person[]>;
  /** Seat or facilitator cookie, and the document exists; null otherwise. Both answers look the same from outside. */
  readonly admit: (cookieHeader: string, documentId: string) => Promise<Admission | null>;
  readonly admitToBoard: (cookieHeader: string, sessionId: string) => Promise<BoardAdmission | null>;
  /** Those that open nothing any more. The others count as in use at this moment. */
  readonly ended: (credentials: readonly Credential[]) => Promise<readonly Credential[]>;
  /** Rights in a session as the desk has them now: read once a session when it changed, then asked for every socket. */
  readonly rightsIn: (sessionId: string) => Promise<(question: RightsQuestion) => Rights>;
}
