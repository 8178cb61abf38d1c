/**
 * The mix of perspectives an outcome needs, set beforehand: the James Lind Alliance's Adult Social Work
 * partnership could decide only with at least one person who uses services, one carer and two practitioners;
 * otherwise its decisions were noted as recommendations (methods S39).
 */
import * as z from "zod/mini";

import { perspectives, type Perspective, type PerspectiveCounts } from "./perspective.ts";

const needed = z.optional(z.number().check(z.int(), z.minimum(0), z.maximum(99)));

/** How many people of each perspective are needed; a perspective left out is not required. "unsaid" cannot be. */
export const requiredMixSchema = z.object({
  carer: needed,
  drawsOnCare: needed,
  practitioner: needed,
  manager: needed,
  researcher: needed,
  other: needed,
});
export type RequiredMix = z.infer<typeof requiredMixSchema>;

/** Reads the Json column `Session.requiredMix`; rubbish requires nothing. */
export function readRequiredMix(value: unknown): RequiredMix {
  const read = requiredMixSchema.safeParse(value);
  return read.success ? read.data : {};
}

/** One perspective of which too few are there. */
export const shortfallSchema = z.object({
  perspective: z.enum(perspectives),
  needed: z.number(),
  present: z.number(),
});
export type Shortfall = z.infer<typeof shortfallSchema>;

/** What is missing, in the order of perspectives; nothing when the mix is met. */
export function unmetMix(mix: RequiredMix, counts: PerspectiveCounts): Shortfall[] {
  return perspectives
    .map((perspective) => ({ perspective, needed: neededOf(mix, perspective), present: counts[perspective] }))
    .filter(({ needed, present }) => present < needed);
}

/** True when both need the same; "none needed" and "not required" are the same. */
export function isSameMix(one: RequiredMix, other: RequiredMix): boolean {
  return perspectives.every((perspective) => neededOf(one, perspective) === neededOf(other, perspective));
}

function neededOf(mix: RequiredMix, perspective: Perspective): number {
  return perspective === "unsaid" ? 0 : (mix[perspective] ?? 0);
}
