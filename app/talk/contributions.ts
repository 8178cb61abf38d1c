/** What was said, as it is shown: whose words they are, who wrote them down, how they were put right, and what answers what. */
import type { Way } from "./kinds.ts";
import type { Correction, Said, Talk } from "./talk.doc.ts";

export interface Wording {
  readonly words: string;
  readonly lang: string;
}

export interface Contribution extends Wording {
  readonly id: string;
  /** Whose words they are: the speaker's, never the scribe's. */
  readonly by: string;
  /** The scribe who wrote them down; null when their speaker did. */
  readonly writer: string | null;
  /** Of a scribe's writing: read back and checked with the person, or put right by them. */
  readonly isChecked: boolean;
  /** How it was worded before its speaker put it right, oldest first. */
  readonly earlier: readonly Wording[];
  readonly stageId: string;
  readonly way: Way;
  /** The contribution it answers; "" for none. */
  readonly replyTo: string;
  readonly because: string;
}

/**
 * Everything that was said, oldest first. Words count as another's only when a scribe wrote them: `scribes` holds
 * whoever may or might write for others, facilitators too. Anybody else who claims to have is shown as the speaker,
 * for that is what the hub attests. A correction counts only from the person whose words they are.
 */
export function contributionsOf({ said, corrections }: Pick<Talk, "said" | "corrections">, scribes: ReadonlySet<string>): Contribution[] {
  return said.map((one) => {
    const isScribed = one.forMember !== "" && one.forMember !== one.by && scribes.has(one.by);
    return isScribed ? scribed(one, corrections) : { ...shown(one), by: one.by, writer: null, isChecked: true, earlier: [] };
  });
}

function scribed(said: Said, corrections: readonly Correction[]): Contribution {
  const own = corrections.filter(({ saidId, by }) => saidId === said.id && by === said.forMember);
  const wordings = [said, ...own].map(({ words, lang }) => ({ words, lang }));
  return { ...shown(said), ...wordings.at(-1), by: said.forMember, writer: said.by, isChecked: said.checked || own.length > 0, earlier: wordings.slice(0, -1) };
}

function shown({ id, words, lang, stageId, way, replyTo, because }: Said) {
  return { id, words, lang, stageId, way, replyTo, because };
}

/** A contribution with everything that answers it, or answers its answers, oldest first. `first` is null when it was taken back: answers stay. */
export interface Thread {
  readonly id: string;
  readonly first: Contribution | null;
  readonly replies: readonly Contribution[];
}

export function threadsOf(contributions: readonly Contribution[]): Thread[] {
  const byId = new Map(contributions.map((one) => [one.id, one]));
  const threads = new Map<string, { first: Contribution | null; replies: Contribution[] }>();
  for (const one of contributions) {
    const root = rootOf(one, byId);
    const thread = threads.get(root) ?? { first: null, replies: [] };
    if (root === one.id) thread.first = one;
    else thread.replies.push(one);
    threads.set(root, thread);
  }
  return [...threads].map(([id, thread]) => ({ id, ...thread }));
}

/** Id of what began it all, there or taken back. A ring, which only a forged document holds, begins where it was entered. */
function rootOf(from: Contribution, byId: ReadonlyMap<string, Contribution>): string {
  const passed = new Set([from.id]);
  let root = from.id;
  for (let next = from.replyTo; next !== "" && !passed.has(next); next = byId.get(next)?.replyTo ?? "") {
    passed.add(next);
    root = next;
  }
  return root;
}

/** Threads that were begun, or answered, at one of these stages. */
export function threadsAt(threads: readonly Thread[], stageIds: ReadonlySet<string>): Thread[] {
  return threads.filter(({ first, replies }) => [first, ...replies].some((one) => one !== null && stageIds.has(one.stageId)));
}

/** Member ids of everybody who has said something, by whatever hand. */
export function speakersIn(contributions: readonly Contribution[]): Set<string> {
  return new Set(contributions.map(({ by }) => by));
}
