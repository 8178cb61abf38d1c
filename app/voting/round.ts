/** One asking of the group: choose and order a few of the candidates. */
import * as z from "zod/mini";

/** A frozen wording that people may choose. */
export const candidateSchema = z.object({
  /** Id of the item in its list. */
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  text: z.string(),
  /** "en" or "cy": the language the wording is in. */
  lang: z.string(),
});
export type Candidate = z.infer<typeof candidateSchema>;

export const candidatesSchema = z.array(candidateSchema);

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

/** Name of a candidate's field in the ballot form; its value is a place ("1" is first) or "0" for not chosen. */
export const fieldOf = (candidateId: string): string => `choice-${candidateId}`;

/**
 * Reads a posted ballot form. Every candidate posts a value, so that the size of a request tells nothing
 * of the choice. A value that is no place counts as not chosen.
 */
export function readBallot(form: FormData, rules: RoundRules): ReadBallot {
  const chosen = rules.candidates
    .map((id) => ({ id, place: placeOf(form.get(fieldOf(id)), rules.choose) }))
    .filter(({ place }) => place > 0)
    .sort((a, b) => a.place - b.place);
  const problems = problemsOf(chosen);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, ranking: chosen.map(({ id }) => id) };
}

interface Chosen {
  readonly id: string;
  readonly place: number;
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
