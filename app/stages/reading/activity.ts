import type { Activity } from "#app/stages/activity.ts";

/** The evidence, with marks and notes. */
export const reading: Activity = { key: "reading", drafts: [] };
