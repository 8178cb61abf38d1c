import type { ReactNode } from "react";

import { TwoRoadForm } from "#app/ui/two-road-form.tsx";

import type { Act } from "./acts.ts";
import type { Asking } from "./use-asking.ts";

interface Props {
  readonly asking: Pick<Asking, "act" | "address" | "fields">;
  readonly act: Act["act"];
  /** The question or group it is about, by the form's name for it. */
  readonly about?: Readonly<Record<string, string>>;
  readonly className?: string;
  readonly onDone?: () => void;
  readonly children: ReactNode;
}

/** One thing that can be done with questions. */
export function ActForm({ asking, act, about = {}, ...rest }: Props) {
  return <TwoRoadForm action={asking.address} fields={{ ...asking.fields, act, ...about }} act={asking.act} {...rest} />;
}
