/** From which side of care somebody takes part. Each person says it of themself, and may change it or keep it to themself. */
import * as z from "zod/mini";

/** In the order in which they are always listed. `unsaid` is "prefer not to say". */
export const perspectives = ["carer", "drawsOnCare", "practitioner", "manager", "researcher", "other", "unsaid"] as const;

export const perspectiveSchema = z.enum(perspectives);
export type Perspective = z.infer<typeof perspectiveSchema>;

/** Reads a stored perspective. One that this version does not know counts as `other`: never guess, never lose a person. */
export function readPerspective(value: string): Perspective {
  const read = perspectiveSchema.safeParse(value);
  return read.success ? read.data : "other";
}

/** How many people there are of each perspective; none is 0. */
export type PerspectiveCounts = Readonly<Record<Perspective, number>>;

export function countPerspectives(people: Iterable<Perspective>): PerspectiveCounts {
  const counts = { carer: 0, drawsOnCare: 0, practitioner: 0, manager: 0, researcher: 0, other: 0, unsaid: 0 };
  for (const perspective of people) counts[perspective] += 1;
  return counts;
}
