/** Who writes under which clientID in one document. Each is bound for good to the member who first wrote under it. */
import { DOCUMENT_CLIENTS, MEMBER_CLIENTS, MEMBER_CLIENTS_CROWD, MEMBER_CLIENTS_MOST } from "./limits.ts";

interface Looking {
  readonly isInUse: (clientId: number) => boolean;
  /** True of those under which nothing more is taken. */
  readonly isSpent: (clientId: number) => boolean;
}

/** The clientIDs of one document, and which are to be had. */
export class Authors {
  readonly #clients: Map<number, string>;
  /** The clientID under which the desk writes for a member; never one of a browser's. */
  readonly #deskClients = new Map<string, number>();

  constructor(clients: ReadonlyMap<number, string>) {
    this.#clients = new Map(clients);
  }

  /** The member it is bound to; undefined while nobody wrote under it. */
  of(clientId: number): string | undefined {
    return this.#clients.get(clientId);
  }

  /** False when as many wrote as may, and nobody yet under this one. */
  hasRoomFor(clientId: number): boolean {
    return this.#clients.size < DOCUMENT_CLIENTS || this.#clients.has(clientId);
  }

  /** Binds it, if it is nobody's; true when it was. */
  bind(clientId: number, memberId: string): boolean {
    if (this.#clients.has(clientId)) return false;
    this.#clients.set(clientId, memberId);
    return true;
  }

  /** Those that another node has bound on disk: there they are right, whatever was thought here. */
  learn(clients: ReadonlyMap<number, string>): void {
    for (const [client, memberId] of clients) this.#clients.set(client, memberId);
  }

  /**
   * A clientID of this member's that nobody uses, when they have as many as they may have; null otherwise. The spent
   * ones are given out only to whoever had that happen over and over.
   */
  spareOf(memberId: string, { isInUse, isSpent }: Looking): number | null {
    const desks = new Set(this.#deskClients.values());
    const theirs = [...this.#clients].filter(([client, author]) => author === memberId && !desks.has(client)).map(([client]) => client);
    const most = this.#clients.size < DOCUMENT_CLIENTS / 2 ? MEMBER_CLIENTS : MEMBER_CLIENTS_CROWD;
    if (theirs.length < most) return null;
    const spare = theirs.filter((client) => !isInUse(client));
    return spare.find((client) => !isSpent(client)) ?? (theirs.length >= MEMBER_CLIENTS_MOST ? spare[0] : null) ?? null;
  }

  /** What the desk writes under for a member, or for Ymholi itself. */
  deskClient(memberId: string | null, isWritten: (clientId: number) => boolean): number {
    const key = memberId ?? "";
    const clientId = this.#deskClients.get(key) ?? this.fresh(isWritten);
    this.#deskClients.set(key, clientId);
    return clientId;
  }

  /** A clientID nobody has written under. */
  fresh(isWritten: (clientId: number) => boolean): number {
    for (;;) {
      const id = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
      if (id > 0 && !this.#clients.has(id) && !isWritten(id)) return id;
    }
  }
}
