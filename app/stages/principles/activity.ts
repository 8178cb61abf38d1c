import type { Activity } from "#app/stages/activity.ts";

/** Principles, drafted together. */
export const principles: Activity = { key: "principles", drafts: ["principles"] };
