/** One asking of the group: choose and order a few of the candidates. */
import * as z from "zod/mini";

import type { WordKey } from "#app/language/words.ts";

/** A frozen wording that people may choose. */
export const candidateSchema = z.object({
  /** Id of the item in its list. */
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  text: z.string(),
  /** "en" or "cy": the language the wording is in. */
  lang: z.string(),
  /** Every wording this candidate stands for, when it is a name over several. `id`: its record; rounds of before have none. */
  wordings: z.optional(z.array(z.object({ id: z.optional(z.string()), text: z.string(), lang: z.string() }))),
  /** Its words are being looked at because somebody is worried: they are on no screen, and `text` is empty. Never frozen with it. */
  isHidden: z.optional(z.boolean()),
});
export type Candidate = z.infer<typeof candidateSchema>;

export const candidatesSchema = z.array(candidateSchema);

/**
 * The candidates as they may be shown while the words of some records are `hidden`. Each stays where it stands and can be
 * chosen, so that nobody's ballot means anything else than before. One that stands for several is told by the others.
 */
export function withoutHidden(candidates: readonly Candidate[], hidden: ReadonlySet<string>): Candidate[] {
  return candidates.map((candidate) => {
    const { id, text, lang, wordings } = candidate;
    if (hidden.has(id)) return { id, text: "", lang, isHidden: true };
    const shown = wordings?.filter((wording) => !hidden.has(wording.id ?? ""));
    if (!wordings || !shown || shown.length === wordings.length) return candidate;
    const isOwnName = !wordings.some((wording) => wording.text === text);
    const [first] = shown;
    if (!first && !isOwnName) return { id, text: "", lang, isHidden: true };
    return { ...candidate, ...(isOwnName ? {} : first), id, wordings: shown };
  });
}

/** An open round as the ballot form needs it. */
export interface AskedRound {
  readonly id: string;
  /** How many each person may choose and order. */
  readonly choose: number;
  readonly candidates: readonly Candidate[];
}

/** Most candidates in a round: the longest interim list of the James Lind Alliance (methods 4.1, step 5). */
export const MAX_CANDIDATES = 80;

/** Most places on a ballot. */
export const MAX_CHOOSE = 10;

/** Candidate ids, the most important first. */
export type Ranking = readonly string[];

/** What a ballot in this round may hold. */
export interface RoundRules {
  /** Ids of the candidates, in their frozen order. */
  readonly candidates: readonly string[];
  /** How many each person may choose and order. */
  readonly choose: number;
}

/** An ordered, distinct choice of 1 to `choose` candidates of this round. */
export function rankingSchema({ candidates, choose }: RoundRules) {
  return z.array(z.enum(candidates)).check(
    z.minLength(1),
    z.maxLength(choose),
    z.refine((chosen) => new Set(chosen).size === chosen.length),
  );
}

/** Why a round cannot be opened with these; null when it can. Two candidates at least: a ballot with one answer is no secret. */
export function whyNotOpen({ candidates, choose }: RoundRules): "tooFewCandidates" | "tooManyCandidates" | "badChoose" | null {
  if (candidates.length < 2) return "tooFewCandidates";
  if (candidates.length > MAX_CANDIDATES) return "tooManyCandidates";
  const fits = Number.isInteger(choose) && choose >= 1 && choose <= Math.min(MAX_CHOOSE, candidates.length);
  return fits ? null : "badChoose";
}

/** What is wrong with a ballot form: two candidates at one place, a place skipped before the last, or nothing chosen. */
export type BallotProblem =
  | { readonly problem: "nothing" }
  | { readonly problem: "samePlace"; readonly place: number; readonly ids: readonly string[] }
  | { readonly problem: "gap"; readonly place: number; readonly ids: readonly string[] };

export type ReadBallot =
  | { readonly ok: true; readonly ranking: Ranking }
  | { readonly ok: false; readonly problems: readonly BallotProblem[] };

/** Name (and id) of a candidate's field in the ballot form. */
export const fieldOf = (candidateId: string): string => `choice-${candidateId}`;

/** Name of the buttons of a ballot on which one candidate is chosen and none put in order; the value is the candidate's id. */
export const CHOICE_FIELD = "choice";

/** Name of the field that says which round a ballot is for. */
export const ROUND_FIELD = "round";

/** A place as the form posts it: "01" is first, "00" not chosen. Two digits always, so that all ballots of a round post equally much. */
export const placeValue = (place: number): string => String(place).padStart(2, "0");

/** The place a form gives each candidate; 0 for not chosen, and for a value that is no place of this round. */
export type Places = Readonly<Record<string, number>>;

export function placesIn(form: FormData, { candidates, choose }: RoundRules): Places {
  return Object.fromEntries(candidates.map((id) => [id, form.get(CHOICE_FIELD) === id ? 1 : placeOf(form.get(fieldOf(id)), choose)]));
}

/** Reads a posted ballot form, or says what is wrong with it. */
export function readBallot(form: FormData, rules: RoundRules): ReadBallot {
  const chosen = chosenIn(placesIn(form, rules), rules);
  const problems = problemsOf(chosen);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, ranking: chosen.map(({ id }) => id) };
}

/** The order that a half-filled form comes nearest to: at one place the earlier candidate first, no gaps. */
export function nearestOrder(places: Places, rules: RoundRules): Ranking {
  return chosenIn(places, rules).slice(0, rules.choose).map(({ id }) => id);
}

/**
 * What the desk answers to a ballot form. `roundId` so that a page shows it in its own round only; `places`
 * so that what was chosen is kept on the page while it is mended.
 */
export type BallotAnswer =
  | { readonly ok: true; readonly roundId: string }
  | { readonly ok: false; readonly roundId: string; readonly problem: WordKey | null; readonly problems: readonly BallotProblem[]; readonly places: Places };

/** What a page tells itself when the desk gave no answer, and why: everything chosen stays, and may be posted again, since one person has one ballot. */
export function notSent(form: FormData, problem: WordKey): Extract<BallotAnswer, { ok: false }> {
  const one = form.get(CHOICE_FIELD);
  const places = [...form].flatMap(([name, value]) => (name.startsWith(fieldOf("")) ? [[name.slice(fieldOf("").length), placeOf(value, MAX_CHOOSE)] as const] : []));
  return { ok: false, roundId: String(form.get(ROUND_FIELD)), problem, problems: [], places: { ...Object.fromEntries(places), ...(typeof one === "string" ? { [one]: 1 } : {}) } };
}

interface Chosen {
  readonly id: string;
  readonly place: number;
}

function chosenIn(places: Places, { candidates }: RoundRules): Chosen[] {
  return candidates
    .map((id) => ({ id, place: places[id] ?? 0 }))
    .filter(({ place }) => place > 0)
    .sort((a, b) => a.place - b.place);
}

function placeOf(value: FormDataEntryValue | null, choose: number): number {
  const place = typeof value === "string" && /^\d{1,2}$/.test(value) ? Number(value) : 0;
  return place <= choose ? place : 0;
}

function problemsOf(chosen: readonly Chosen[]): BallotProblem[] {
  if (chosen.length === 0) return [{ problem: "nothing" }];
  const places = [...new Set(chosen.map(({ place }) => place))];
  const same = places
    .map((place) => ({ problem: "samePlace" as const, place, ids: chosen.filter((c) => c.place === place).map((c) => c.id) }))
    .filter(({ ids }) => ids.length > 1);
  return same.length > 0 ? same : gapIn(chosen);
}

/** The first skipped place, with the candidate that comes after it. */
function gapIn(chosen: readonly Chosen[]): BallotProblem[] {
  const after = chosen.find(({ place }, index) => place !== index + 1);
  return after ? [{ problem: "gap", place: chosen.indexOf(after) + 1, ids: [after.id] }] : [];
}
