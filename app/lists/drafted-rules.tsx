import { Drafted } from "./drafted-list.tsx";
import { FoldedCard } from "./folded-card.tsx";
import { Suggestions } from "./suggestions.tsx";
import { useDrafting, type ListProps } from "./use-drafting.ts";

/** The ground rules: a list like the others, without evidence behind it, that may begin from what is suggested. */
export function DraftedRules(props: Omit<ListProps, "kind" | "sources" | "foundation">) {
  const drafting = useDrafting({ ...props, kind: "rules", sources: none, foundation: null });
  return <Drafted drafting={drafting} Card={FoldedCard}><Suggestions drafting={drafting} /></Drafted>;
}

const none: ListProps["sources"] = [];
