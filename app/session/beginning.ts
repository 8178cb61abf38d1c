/** What the form for a new stage begins with, by what the group is to do. */
import type { OurStage } from "./templates/template.ts";

export type Beginning = Pick<OurStage, "minutes" | "name" | "prompt">;

/** The form's fields by name. */
export type Filled = Readonly<Record<string, string>>;

/** A stage as it begins, in the fields of the form. */
export function fieldsOf({ minutes, name, prompt }: Beginning): Filled {
  return { minutes: String(minutes), "name.en": name.en, "name.cy": name.cy, "prompt.en": prompt.en, "prompt.cy": prompt.cy };
}

/** The fields that change when the group is to do something else: those which still say what they began with. What somebody typed stays. */
export function begunAnew(typed: Filled, before: Filled, after: Filled): Filled {
  return Object.fromEntries(Object.entries(after).filter(([field]) => typed[field] === before[field]));
}
