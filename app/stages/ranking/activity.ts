import type { Activity } from "#app/stages/activity.ts";

/** The private ranking of frozen priorities, and its outcome. */
export const ranking: Activity = { key: "ranking", drafts: [] };
