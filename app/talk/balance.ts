/**
 * Who has been heard so far, by perspective, for the facilitator alone: a nudge to invite, never a score. It says
 * words and no numbers, speaks of groups and never of a person, and is on no screen but the desk.
 */
import type { EvidenceKind } from "#app/evidence/kinds.ts";
import { perspectives, type Perspective, type PerspectiveCounts } from "#app/session/perspective.ts";

/** Perspectives that can be spoken of; whoever keeps theirs to themself is not. */
export type Spoken = Exclude<Perspective, "unsaid">;

/** "often": far more than their part of the room. "little": far less. "silent": not yet at all. */
export interface Heard {
  readonly perspective: Spoken;
  readonly is: "often" | "little" | "silent";
}

/** Turns and contributions in all before anything is said: earlier it would be chance. */
const ENOUGH = 5;
/** How many times its part of the room a group must have had, to have spoken often. */
const OFTEN = 1.5;
/** How much of its part of the room a group must have had at least, not to have spoken little. */
const LITTLE = 0.5;

interface Room {
  /** How many are here, and how often they were heard, by perspective. */
  readonly seated: PerspectiveCounts;
  readonly turns: PerspectiveCounts;
  /** The host's smallest group: of fewer people only an invitation is said, never how much they spoke. */
  readonly minimum: number;
}

/** What is worth saying, silent groups first; null while it is too early to say anything. */
export function balanceOf({ seated, turns, minimum }: Room): Heard[] | null {
  const [people, spoken] = [total(seated), total(turns)];
  if (spoken < ENOUGH || people === 0) return null;
  const heard = perspectives.flatMap((perspective): Heard[] => {
    if (perspective === "unsaid" || seated[perspective] === 0) return [];
    const part = turns[perspective] / spoken / (seated[perspective] / people);
    if (turns[perspective] === 0) return [{ perspective, is: "silent" }];
    if (seated[perspective] < minimum) return [];
    if (part >= OFTEN) return [{ perspective, is: "often" }];
    return part <= LITTLE ? [{ perspective, is: "little" }] : [];
  });
  return order.flatMap((is) => heard.filter((one) => one.is === is));
}

/** Somebody who was heard at a stage. */
export interface HeardAt {
  readonly memberId: string;
  readonly stageId: string;
}

/** Member ids, once for each time they were heard. Who takes a turn and has it written down is heard once: at each stage the more of the two counts. */
export function timesHeard(aloud: readonly HeardAt[], inWriting: readonly HeardAt[]): string[] {
  const [turns, writings] = [countAt(aloud), countAt(inWriting)];
  const places = new Map([...aloud, ...inWriting].map((at) => [placeOf(at), at.memberId]));
  return [...places].flatMap(([place, memberId]) => Array.from({ length: Math.max(turns.get(place) ?? 0, writings.get(place) ?? 0) }, () => memberId));
}

const placeOf = ({ memberId, stageId }: HeardAt) => `${memberId} ${stageId}`;

function countAt(all: readonly HeardAt[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const at of all) counts.set(placeOf(at), (counts.get(placeOf(at)) ?? 0) + 1);
  return counts;
}

const order = ["silent", "little", "often"] as const;

function total(counts: PerspectiveCounts): number {
  return perspectives.reduce((sum, perspective) => sum + counts[perspective], 0);
}

/** As the desk shows it. */
export interface Balance {
  readonly heard: readonly Heard[] | null;
  /** Perspectives of which the agreed mix needs more people than are here. */
  readonly absent: readonly Spoken[];
  /** Kinds of evidence of which nothing lies on the table. */
  readonly unread: readonly EvidenceKind[];
}
