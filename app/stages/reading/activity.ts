import type { Activity } from "../activity.ts";

/** The evidence, with marks and notes. */
export const reading: Activity = { key: "reading", drafts: [] };
