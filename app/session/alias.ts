/** Who said something, as a record tells it: a perspective and a number, never a name. */
import * as z from "zod/mini";

import { perspectives } from "./perspective.ts";

/**
 * `together` is for people of perspectives too few to be shown apart. Numbers run from 1 within a group, by first
 * contribution, and are the same all through one record.
 */
export const aliasSchema = z.object({ group: z.enum([...perspectives, "together", "facilitator"]), number: z.number() });
export type Alias = z.infer<typeof aliasSchema>;

/** Null when no member of the session is known to have written it: shown as not known, never as somebody's. */
export const aliasOrNone = z.nullable(aliasSchema);
