import { useTranslation } from "react-i18next";

import type { Candidate } from "./round.ts";

type Worded = Pick<Candidate, "text" | "lang" | "isHidden">;

/** A candidate's wording, or that it is being looked at. Nothing for one that is not there. */
export function CandidateWords({ candidate }: { readonly candidate: Worded | undefined }) {
  const textOf = useCandidateText();
  if (!candidate) return null;
  return candidate.isHidden ? <em>{textOf(candidate)}</em> : <span lang={candidate.lang}>{candidate.text}</span>;
}

/** The same as plain text, in the page's language where it is no wording. */
export function useCandidateText(): (candidate: Worded) => string {
  const { t } = useTranslation();
  return ({ text, isHidden = false }) => (isHidden ? t("voting.lookedAt") : text);
}
