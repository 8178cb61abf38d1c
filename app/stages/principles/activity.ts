import type { Activity } from "../activity.ts";

/** Principles, drafted together. */
export const principles: Activity = { key: "principles", drafts: ["principles"] };
