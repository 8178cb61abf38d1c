import type { ReactNode } from "react";

import { TwoRoadForm } from "#app/ui/two-road-form.tsx";

import type { Act, Outcome } from "./acts.ts";
import type { Drafting } from "./use-drafting.ts";

interface Props {
  readonly drafting: Pick<Drafting, "act" | "address" | "documentId" | "back">;
  /** The item it is about. */
  readonly itemId?: string;
  /** The act, unless its buttons say it. */
  readonly act?: Act["act"];
  readonly className?: string;
  readonly children: ReactNode;
  /** Called when it was done here. */
  readonly onDone?: (outcome: Outcome) => void;
}

/** One thing that can be done to a list. */
export function ActForm({ drafting: { act: perform, address, documentId: document, back }, itemId, act, ...rest }: Props) {
  return <TwoRoadForm action={address} fields={{ document, back, ...(itemId && { item: itemId }), ...(act && { act }) }} act={perform} {...rest} />;
}
