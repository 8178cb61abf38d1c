/** Every template of ours, in the order in which they are offered. */
import { communityOfEnquiry120, communityOfEnquiry60, communityOfEnquiry90 } from "./community.ts";
import { connectionsEvent, priorityWorkshop, regionalEvent } from "./events.ts";
import { exploratoryTalk, magicMoments } from "./talk.ts";
import type { Template } from "./template.ts";

export const templates: readonly Template[] = [
  communityOfEnquiry60, communityOfEnquiry90, communityOfEnquiry120, exploratoryTalk, priorityWorkshop, regionalEvent, connectionsEvent, magicMoments,
];

/** The template of this key; null for one that this version does not know. */
export function templateOf(key: string): Template | null {
  return templates.find((template) => template.key === key) ?? null;
}
