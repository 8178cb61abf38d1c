import type { Candidate } from "#app/voting/round.ts";

import { Sentence } from "./said-on-the-wall.tsx";

/** A frozen wording, or that it is being looked at, in the languages of the wall. */
export function OnTheWall({ candidate }: { readonly candidate: Candidate | undefined }) {
  if (candidate?.isHidden) return <em><Sentence say={(t) => t("voting.lookedAt")} /></em>;
  return <span lang={candidate?.lang}>{candidate?.text}</span>;
}
