import * as z from "zod/mini";

/** A member as other members see them. Sent on joining, then only what changed. */
export const personSchema = z.object({
  /** Member id. */
  id: z.string(),
  /** Name or alias, as the person gave it. */
  name: z.string(),
  /** Key of app/session/perspective.ts; "" for a facilitator. */
  perspective: z.string(),
  role: z.enum(["participant", "facilitator"]),
});
export type Person = z.infer<typeof personSchema>;

/** "Siân Mair Jones" → "SJ"; one word gives its first two letters. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  const first = words.at(0) ?? "";
  const last = words.at(-1) ?? "";
  const letters = words.length > 1 ? [...first].slice(0, 1).concat([...last].slice(0, 1)) : [...(first || "?")].slice(0, 2);
  return letters.join("").toLocaleUpperCase();
}
